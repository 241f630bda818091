import { isBlank, itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { useAnswers } from '../paper/use-answers.ts';
import { useSession } from '../paper/use-session.ts';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { clockText, leftText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import styles from './HandIn.module.css';
import { handInWords } from './hand-in-words.ts';

/** What is unanswered, with a way to each; and before the minimum stay is over, from when handing in is possible. */
export function HandInDialog({ paper, onCancel }: { paper: Paper; onCancel(): void }) {
  const words = useWords(handInWords);
  const session = useSession(paper.sessionId);
  const now = useNow();
  if (!session || now >= session.handInFrom) return <ConfirmHandIn paper={paper} onCancel={onCancel} />;
  return (
    <Dialog
      title={words.tooEarlyTitle}
      onCancel={onCancel}
      actions={
        <Button kind="primary" onClick={onCancel}>
          {words.back}
        </Button>
      }
    >
      <p>{words.tooEarly(clockText(session.handInFrom, true), leftText(session.handInFrom - now))}</p>
      <p>{words.tooEarlyBody}</p>
    </Dialog>
  );
}

/** The last look before handing in. */
function ConfirmHandIn({ paper, onCancel }: { paper: Paper; onCancel(): void }) {
  const words = useWords(handInWords);
  const { exam } = useExamWindow();
  const { desk } = useRoom();
  const { responses, flags } = useAnswers();
  const items = itemsOf(paper).map(({ id }, index) => ({ id, number: index + 1 }));
  const open = items.filter(({ id }) => isBlank(responses[id]));
  const flagged = items.filter(({ id }) => flags.includes(id)).map(({ number }) => number);
  return (
    <Dialog
      title={words.confirmTitle}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{words.back}</Button>
          <Button kind="primary" onClick={exam.confirmHandIn}>
            {words.handIn}
          </Button>
        </>
      }
    >
      <p>{open.length === 0 ? words.allAnswered(items.length) : words.unanswered(open.length)}</p>
      {open.length > 0 && (
        <p className={styles.open}>
          {open.map(({ id, number }) => (
            <Button
              key={id}
              onClick={() => {
                desk.go(id);
                onCancel();
              }}
            >
              {number}
            </Button>
          ))}
        </p>
      )}
      {flagged.length > 0 && <p>{words.flagged(flagged.join(' '))}</p>}
      <p>
        <strong>{words.noReturn}</strong>
      </p>
    </Dialog>
  );
}
