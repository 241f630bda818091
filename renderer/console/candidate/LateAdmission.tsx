import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useTask } from '../use-task.ts';
import styles from './LateEntriesSection.module.css';
import { lateEntryWords } from './late-entry-words.ts';

interface LateAdmissionProps {
  attemptId: string;
  undecided: number;
  onAdmitted: () => void;
}

/** Where an organiser decides, for a reason, that what came in a late answer file counts (ANS-6). */
export function LateAdmission({ attemptId, undecided, onAdmitted }: LateAdmissionProps) {
  const words = useWords(lateEntryWords).admission;
  const { http } = useDesk().connection;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const { busy, failure, run } = useTask();

  const admit = () =>
    run(async () => {
      setPressed(true);
      if (!reason.trim()) return;
      await http('admitLateAnswers', { reason: reason.trim() }, { attemptId });
      setOpen(false);
      onAdmitted();
    });

  return (
    <div className={styles.decision}>
      <p>{words.text(undecided)}</p>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      {open && (
        <Dialog
          title={words.title}
          onCancel={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
              <Button kind="primary" busy={busy} onClick={() => void admit()}>
                {words.admit}
              </Button>
            </>
          }
        >
          <p>{words.effect(undecided)}</p>
          <ReasonField
            label={words.reason}
            ready={Object.values(words.readyReasons)}
            value={reason}
            missing={pressed && !reason.trim() ? words.reasonMissing : null}
            onChange={setReason}
          />
          <FailureNotice failure={failure} />
        </Dialog>
      )}
    </div>
  );
}
