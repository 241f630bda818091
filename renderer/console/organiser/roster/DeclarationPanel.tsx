import { useState } from 'react';
import { BatchSchema, rosterFilePaths } from '../../../../shared/contract/roster.ts';
import { shanghaiDate } from '../../../../shared/domain/exam-calendar.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { downloaded } from '../../downloaded.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useServerNow } from '../../use-server-now.ts';
import { useTask } from '../../use-task.ts';
import { FileButton } from '../FileButton.tsx';
import imports from '../import.module.css';
import { DeclarationSheet } from './DeclarationSheet.tsx';
import { rosterWords } from './roster-words.ts';
import type { BatchDesk } from './use-batch.ts';

const ENDINGS: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Print, sign, scan, upload; then the payment, then the lock: only the step that is due is offered. */
export function DeclarationPanel({ desk }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).declaration;
  const { batch } = desk;
  return (
    <>
      {batch.state === 'reported' && <SignStep desk={desk} />}
      {batch.state === 'declared' && <PayStep desk={desk} />}
      {batch.state === 'paid' && <LockStep desk={desk} />}
      {batch.state === 'locked' && <p>{words.done}</p>}
      {batch.declared && <KeptScan desk={desk} />}
      <DeclarationSheet desk={desk} />
    </>
  );
}

function SignStep({ desk: { batch, show } }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).declaration;
  const { sendFile } = useDesk();
  const { busy, failure, run } = useTask();
  const path = `${rosterFilePaths.declaration.replace(':batchId', batch.id)}?revision=${batch.revision}`;
  return (
    <div className={imports.panel}>
      <p className={imports.soft}>{words.printHint}</p>
      <div className={imports.bar}>
        <Button kind="primary" onClick={() => window.print()}>
          {words.print}
        </Button>
        <FileButton
          label={words.upload}
          accept=".pdf,.jpg,.jpeg,.png"
          busy={busy}
          onFiles={([file]) => void run(async () => show(await sendFile(path, file, BatchSchema)))}
        />
      </div>
      <p className={imports.soft}>{words.uploadHint}</p>
      <FailureNotice failure={failure} />
    </div>
  );
}

function PayStep({ desk: { batch, show } }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).declaration;
  const { connection } = useDesk();
  const today = shanghaiDate(useServerNow());
  const [paidOn, setPaidOn] = useState(today);
  const { busy, failure, run } = useTask();
  const confirm = () =>
    run(async () => show(await connection.http('confirmPayment', { paidOn }, { batchId: batch.id })));
  return (
    <div className={imports.panel}>
      <p className={imports.soft}>{words.payHint}</p>
      <Field
        type="date"
        label={words.paidOn}
        value={paidOn}
        max={today}
        onChange={(event) => setPaidOn(event.target.value)}
      />
      <Button kind="primary" busy={busy} onClick={() => void confirm()}>
        {words.pay}
      </Button>
      <FailureNotice failure={failure} />
    </div>
  );
}

function LockStep({ desk: { batch, show } }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).declaration;
  const { connection } = useDesk();
  const [asking, setAsking] = useState(false);
  const { busy, failure, run } = useTask();
  const lock = () => run(async () => show(await connection.http('lockBatch', {}, { batchId: batch.id })));
  return (
    <div className={imports.panel}>
      <p className={imports.soft}>{words.lockHint}</p>
      <Button kind="primary" onClick={() => setAsking(true)}>
        {words.lock}
      </Button>
      {asking && (
        <Dialog
          title={words.sure}
          onCancel={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
              <Button kind="primary" busy={busy} onClick={() => void lock()}>
                {words.lock}
              </Button>
            </>
          }
        >
          <p>{words.sureText(batch.applicants)}</p>
          <FailureNotice failure={failure} />
        </Dialog>
      )}
    </div>
  );
}

function KeptScan({ desk: { batch } }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).declaration;
  const { fetchProtected } = useDesk();
  const { busy, failure, run } = useTask();
  const open = () =>
    run(async () => {
      const path = rosterFilePaths.declaration.replace(':batchId', batch.id);
      const scan = await fetchProtected(path, new AbortController().signal);
      downloaded(scan, `declaration-${batch.institution}.${ENDINGS[scan.type] ?? 'bin'}`);
    });
  return (
    <div className={imports.bar}>
      <Button busy={busy} onClick={() => void open()}>
        {words.scan}
      </Button>
      <FailureNotice failure={failure} />
    </div>
  );
}
