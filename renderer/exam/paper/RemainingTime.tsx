import { remainingMs } from '../../../shared/domain/timetable.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import { leftText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';

/** From here on the candidate is told once, aloud too, that the end is near. */
const SHORT_MS = 5 * 60_000;

export function RemainingTime({ sessionId }: { sessionId: string }) {
  const words = useWords(paperWords);
  const { examination } = useObservable(useExamWindow().exam);
  const now = useNow();
  const session = examination?.sessions.find(({ id }) => id === sessionId);
  if (!session) return null;
  const left = remainingMs(session, now);
  const short = left <= SHORT_MS;
  return (
    <div className={styles.time}>
      <span className={styles.soft}>{words.remaining}</span>
      <span className={classNames(styles.left, short && styles.short)} role="timer" data-testid="remaining">
        {leftText(left)}
      </span>
      <span className="read-aloud" role="status">
        {short ? words.lastMinutes : ''}
      </span>
    </div>
  );
}
