import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { decisionWords } from '../decision-words.ts';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { clockText } from '../time-text.ts';
import { useTask } from '../use-task.ts';
import { actionWords } from './action-words.ts';
import type { SignedInPlace } from './signed-in-place.ts';

interface HandDialogProps {
  place: SignedInPlace;
  since: number;
  onClose(): void;
}

/** Sees to a raised hand: with an answer, or by lowering it. */
export function HandDialog({ place, since, onClose }: HandDialogProps) {
  const { connection } = useDesk();
  const words = useWords(actionWords);
  const { cancel } = useWords(decisionWords);
  const [answer, setAnswer] = useState('');
  const task = useTask();
  const text = answer.trim();
  const lower = (): Promise<void> =>
    task.run(async () => {
      await connection.http('lowerHand', { answer: text || null }, { attemptId: place.attemptId });
      onClose();
    });
  return (
    <Dialog
      title={words.handTitle(place.name)}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="primary" busy={task.busy} onClick={() => void lower()}>
            {text ? words.handAnswered : words.handDown}
          </Button>
        </>
      }
    >
      <p>{words.handEffect(clockText(since))}</p>
      <ReasonField
        label={words.handAnswer}
        ready={words.handAnswers}
        value={answer}
        missing={null}
        onChange={setAnswer}
      />
      <FailureNotice failure={task.failure} />
    </Dialog>
  );
}
