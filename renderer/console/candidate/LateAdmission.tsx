import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import { useDesk } from '../desk.ts';
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
  return (
    <div className={styles.decision}>
      <p>{words.text(undecided)}</p>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      {open && (
        <DecisionDialog
          title={words.title}
          ready={Object.values(words.readyReasons)}
          label={words.admit}
          kind="primary"
          decide={async (reason) => {
            await http('admitLateAnswers', { reason }, { attemptId });
            onAdmitted();
          }}
          onClose={() => setOpen(false)}
        >
          <p>{words.effect(undecided)}</p>
        </DecisionDialog>
      )}
    </div>
  );
}
