import { useWords } from '../../ui/language.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import { useDesk } from '../desk.ts';
import { clockText } from '../time-text.ts';
import { actionWords } from './action-words.ts';
import type { SignedInPlace } from './signed-in-place.ts';

interface HandDialogProps {
  place: SignedInPlace;
  since: number;
  onClose(): void;
}

/** Sees to a raised hand: with an answer, or by lowering it. */
export function HandDialog({ place: { name, attemptId }, since, onClose }: HandDialogProps) {
  const { connection } = useDesk();
  const words = useWords(actionWords);
  return (
    <DecisionDialog
      title={words.handTitle(name)}
      ready={words.handAnswers}
      label={words.handAnswered}
      kind="primary"
      optional={{ field: words.handAnswer, label: words.handDown }}
      decide={(answer) => connection.http('lowerHand', { answer: answer || null }, { attemptId })}
      onClose={onClose}
    >
      <p>{words.handEffect(clockText(since))}</p>
    </DecisionDialog>
  );
}
