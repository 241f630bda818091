import { remainingMs, type Session } from '../../../../shared/domain/timetable.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { leftText } from '../../window/time-text.ts';
import { useNow } from '../../window/use-now.ts';
import styles from '../PaperScreen.module.css';
import { paperWords } from '../paper-words.ts';

/** From here on the figure is red. */
const SHORT_MS = 5 * 60_000;

export function RemainingTime({ session }: { session: Session }) {
  const words = useWords(paperWords);
  const left = remainingMs(session, useNow());
  return (
    <div className={styles.time}>
      <span className={styles.soft}>{words.remaining}</span>
      <span className={classNames(styles.left, left <= SHORT_MS && styles.short)} role="timer" data-testid="remaining">
        {leftText(left)}
      </span>
    </div>
  );
}
