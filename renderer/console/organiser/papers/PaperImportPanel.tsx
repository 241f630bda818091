import { useState } from 'react';
import {
  type PaperAnswer,
  PaperAnswerSchema,
  paperFilePaths,
  type SessionPaper,
} from '../../../../shared/contract/paper-import.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useLanguage, useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { SaveButton } from '../../SaveButton.tsx';
import { useTask } from '../../use-task.ts';
import { FileButton } from '../FileButton.tsx';
import imports from '../import.module.css';
import { useFileDrop } from '../use-file-drop.ts';
import { PaperFaultTable } from './PaperFaultTable.tsx';
import { PaperSummaryList } from './PaperSummaryList.tsx';
import styles from './papers.module.css';
import { papersWords } from './papers-words.ts';

interface PaperImportPanelProps {
  session: SessionPaper;
  /** The session has another paper now. */
  onTaken(): void;
}

/** A file, and what the server found in it. */
interface Checked {
  file: File;
  answer: PaperAnswer;
}

/** Checks a file, shows what it holds or every fault, and lets it be imported when it has none. */
export function PaperImportPanel({
  session: { sessionId, sessionTitle, replaceable },
  onTaken,
}: PaperImportPanelProps) {
  const words = useWords(papersWords);
  const { language } = useLanguage();
  const { sendFile } = useDesk();
  const [checked, setChecked] = useState<Checked | null>(null);
  const { busy, failure, run } = useTask();
  const path = paperFilePaths.file.replace(':sessionId', encodeURIComponent(sessionId));
  const check = (file: File) =>
    run(async () => {
      setChecked(null);
      setChecked({ file, answer: await sendFile(path, file, PaperAnswerSchema) });
    });
  const take = (file: File) =>
    run(async () => {
      const answer = await sendFile(`${path}?take=yes`, file, PaperAnswerSchema);
      setChecked({ file, answer });
      if (answer.taken) onTaken();
    });
  const { over, target } = useFileDrop(([file]) => void check(file));
  const template = paperFilePaths.template.replace(':sessionId', encodeURIComponent(sessionId));
  return (
    <section
      className={classNames(imports.panel, over && styles.over)}
      aria-labelledby="import-paper"
      data-testid="import"
      {...target}
    >
      <h2 id="import-paper">{words.import.title}</h2>
      <p className={imports.soft}>{words.import.hint}</p>
      {!replaceable && (
        <Notice tone="warning">
          <p>{words.import.closed}</p>
        </Notice>
      )}
      <div className={imports.bar}>
        <FileButton
          label={words.import.choose}
          accept=".xlsx,.zip"
          busy={busy}
          onFiles={([file]) => void check(file)}
        />
        <span className={imports.soft}>{words.import.drop}</span>
        <SaveButton
          path={`${template}?language=${language === 'en' ? 'en' : 'zh'}`}
          fileName={`${words.templateName(sessionTitle)}.xlsx`}
        >
          {words.import.template}
        </SaveButton>
      </div>
      {busy && <p role="status">{words.import.checking}</p>}
      <FailureNotice failure={failure} />
      {checked && checked.answer.faults.length > 0 && <PaperFaultTable faults={checked.answer.faults} />}
      {checked?.answer.paper && !checked.answer.taken && (
        <>
          <Notice tone="success" announce="status" title={words.import.clean(checked.file.name)}>
            <PaperSummaryList paper={checked.answer.paper} />
          </Notice>
          <Button kind="primary" busy={busy} disabled={!replaceable} onClick={() => void take(checked.file)}>
            {words.import.take}
          </Button>
        </>
      )}
      {checked?.answer.taken && (
        <Notice tone="success" announce="status" title={words.import.taken}>
          <p>{words.import.waiting}</p>
        </Notice>
      )}
    </section>
  );
}
