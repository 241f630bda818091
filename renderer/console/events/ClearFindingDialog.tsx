import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { useWords } from '../../ui/language.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import { useDesk } from '../desk.ts';
import { clearFindingWords } from './clear-finding-words.ts';

interface ClearFindingDialogProps {
  finding: AttemptEvent;
  /** It is cleared now: that is taken back. */
  cleared: boolean;
  /** The finding in words: whose, when, what. */
  said: string;
  onClose: () => void;
}

/** A proctor's word about one finding. */
export function ClearFindingDialog({ finding, cleared, said, onClose }: ClearFindingDialogProps) {
  const { connection } = useDesk();
  const words = useWords(clearFindingWords);
  const { id: eventId, attemptId } = finding;
  return (
    <DecisionDialog
      title={cleared ? words.restoreTitle : words.clearTitle}
      ready={cleared ? [] : Object.values(words.readyReasons)}
      label={cleared ? words.restore : words.clear}
      kind="primary"
      decide={(reason) => connection.http('clearFinding', { cleared: !cleared, reason }, { attemptId, eventId })}
      onClose={onClose}
    >
      <p>
        <strong>{said}</strong>
      </p>
      <p>{cleared ? words.restoreText : words.clearText}</p>
    </DecisionDialog>
  );
}
