import { sessionPhase } from '../../../shared/domain/timetable.ts';
import { useWords } from '../../ui/language.tsx';
import { enterableSession } from '../session/exam-flow.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { clockText, deadlineText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import styles from './ChoiceScreen.module.css';
import { thesisWords } from './thesis-words.ts';

/** For who may sit a session and hand in a file: two large cards. */
export function ChoiceScreen({ sessionId }: { sessionId: string }) {
  const words = useWords(thesisWords);
  const { exam } = useExamWindow();
  const facts = useObservable(exam);
  const now = useNow();
  const submission = facts.examination?.sessions.find(({ id }) => id === sessionId);
  const live = enterableSession(facts, now);
  if (!submission || !live) return null;
  const open = sessionPhase(live, now) === 'open';
  return (
    <Hall title={words.choiceTitle} lead={words.choiceLead} wide>
      <div className={styles.cards}>
        <button type="button" className={styles.card} onClick={() => exam.choose('exam')}>
          <strong>{words.toExam}</strong>
          <span>{open ? words.examOpen(live.title) : words.examLead(live.title, clockText(live.startsAt))}</span>
        </button>
        <button type="button" className={styles.card} onClick={() => exam.choose('thesis')}>
          <strong>{words.toThesis}</strong>
          <span>{words.thesisLead(deadlineText(submission.endsAt))}</span>
        </button>
      </div>
    </Hall>
  );
}
