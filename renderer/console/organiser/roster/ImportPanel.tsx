import { useState } from 'react';
import { type FileAnswer, FileAnswerSchema, rosterFilePaths } from '../../../../shared/contract/roster.ts';
import { batchRefusal } from '../../../../shared/domain/batch.ts';
import { Button } from '../../../ui/Button.tsx';
import { useLanguage, useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useDesk } from '../../desk.ts';
import { downloaded } from '../../downloaded.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useServerNow } from '../../use-server-now.ts';
import { useTask } from '../../use-task.ts';
import { FileButton } from '../FileButton.tsx';
import imports from '../import.module.css';
import { FaultTable } from './FaultTable.tsx';
import { rosterWords } from './roster-words.ts';
import type { BatchDesk } from './use-batch.ts';

/** A file, and what the server found in it. */
interface Checked {
  file: File;
  answer: FileAnswer;
}

/** The roster and the photos of a batch, each checked before it is taken. */
export function ImportPanel({ desk }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).import;
  const now = useServerNow();
  if (batchRefusal(desk.batch, 'edit', now) !== null) return <Notice tone="info">{<p>{words.closed}</p>}</Notice>;
  return (
    <>
      <RosterFile desk={desk} />
      {desk.batch.roster.length > 0 && <PhotoFile desk={desk} />}
    </>
  );
}

function RosterFile({ desk }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).import;
  const { language } = useLanguage();
  const { sendFile, fetchProtected } = useDesk();
  const [checked, setChecked] = useState<Checked | null>(null);
  const { busy, failure, run } = useTask();
  const path = rosterFilePaths.roster.replace(':batchId', desk.batch.id);
  const check = (file: File) =>
    run(async () => setChecked({ file, answer: await sendFile(path, file, FileAnswerSchema) }));
  const take = (file: File) =>
    run(async () => {
      setChecked({ file, answer: await sendFile(`${path}?take=yes`, file, FileAnswerSchema) });
      await desk.reload();
    });
  const template = () =>
    run(async () => {
      const address = `${rosterFilePaths.template}?language=${language === 'en' ? 'en' : 'zh'}`;
      downloaded(await fetchProtected(address, new AbortController().signal), 'roster.xlsx');
    });
  return (
    <div className={imports.panel}>
      <h2>{words.roster}</h2>
      <p className={imports.soft}>{words.rosterHint}</p>
      <div className={imports.bar}>
        <FileButton label={words.choose} accept=".xlsx" busy={busy} onFiles={([file]) => void check(file)} />
        <Button kind="quiet" onClick={() => void template()}>
          {words.template}
        </Button>
        {busy && <p role="status">{words.checking}</p>}
      </div>
      <FailureNotice failure={failure} />
      {checked && checked.answer.faults.length > 0 && <FaultTable faults={checked.answer.faults} />}
      {checked && checked.answer.faults.length === 0 && !checked.answer.taken && (
        <Notice
          tone="success"
          announce="status"
          actions={
            <Button kind="primary" busy={busy} onClick={() => void take(checked.file)}>
              {words.take(checked.answer.found)}
            </Button>
          }
        >
          <p>{words.clean(checked.file.name, checked.answer.found)}</p>
        </Notice>
      )}
      {checked?.answer.taken && (
        <Notice tone="success" announce="status" title={words.taken(checked.answer.found)}>
          <p>{words.next}</p>
        </Notice>
      )}
    </div>
  );
}

function PhotoFile({ desk }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).import;
  const { sendFile } = useDesk();
  const [answer, setAnswer] = useState<FileAnswer | null>(null);
  const { busy, failure, run } = useTask();
  const take = (file: File) =>
    run(async () => {
      setAnswer(await sendFile(rosterFilePaths.photos.replace(':batchId', desk.batch.id), file, FileAnswerSchema));
      await desk.reload();
    });
  return (
    <div className={imports.panel}>
      <h2>{words.photos}</h2>
      <p className={imports.soft}>{words.photosHint}</p>
      <FileButton label={words.choosePhotos} accept=".zip" busy={busy} onFiles={([file]) => void take(file)} />
      <FailureNotice failure={failure} />
      {answer && answer.faults.length > 0 && <FaultTable faults={answer.faults} />}
      {answer?.taken && (
        <Notice tone="success" announce="status">
          <p>{words.photosTaken(answer.found)}</p>
        </Notice>
      )}
    </div>
  );
}
