import { useEffect, useState } from 'react';
import { liveSessions } from '../../../shared/domain/timetable.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { submissionAt } from '../session/exam-flow.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import styles from './HandIn.module.css';
import { handInWords } from './hand-in-words.ts';
import { UploadState, uploadDone } from './UploadState.tsx';

/** After the last session: the receipts, what is still being uploaded, and then the way out. */
export function FinishedScreen() {
  const words = useWords(handInWords);
  const { exam, clock, shell, log } = useExamWindow();
  const { examination, attempt } = useObservable(exam);
  const { evidence, recordingEnded } = useRoom();
  const status = useObservable(evidence);
  const ended = useObservable(recordingEnded);
  const [asking, setAsking] = useState(false);
  const live = liveSessions(examination?.sessions ?? []);
  const whole = live.length === attempt?.receipts.length;
  const submission = submissionAt(examination?.sessions ?? [], clock.now());
  const done = ended && uploadDone(status);
  useEffect(() => {
    if (done) shell.unlock().catch((cause: unknown) => log('error', `unlock: ${String(cause)}`));
  }, [done, shell, log]);

  return (
    <Hall title={words.finishedTitle} lead={whole ? words.finishedLead : words.finishedMissing}>
      <div className={styles.stack}>
        <ul className={styles.list}>
          {live.map(({ id, title }) => (
            <li key={id}>
              <span>{title}</span>
              <span className="tabular">
                {attempt?.receipts.find(({ sessionId }) => sessionId === id)?.receiptNo ?? words.noReceipt}
              </span>
            </li>
          ))}
        </ul>
        {submission && done && <Button onClick={() => exam.choose('thesis')}>{words.toThesis}</Button>}
        <UploadState status={ended ? status : null} />
        {done ? (
          <Button kind="primary" onClick={() => void shell.quit()}>
            {words.quit}
          </Button>
        ) : (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {words.quitEarly}
          </Button>
        )}
      </div>
      {asking && !done && (
        <Dialog
          title={words.quitEarlyTitle}
          onCancel={() => setAsking(false)}
          actions={
            <>
              <Button kind="danger" onClick={() => void shell.quit()}>
                {words.quitEarly}
              </Button>
              <Button kind="primary" onClick={() => setAsking(false)}>
                {words.stay}
              </Button>
            </>
          }
        >
          <p>{words.quitEarlyBody}</p>
        </Dialog>
      )}
    </Hall>
  );
}
