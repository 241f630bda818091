import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { clockText } from '../window/time-text.ts';
import { handWords } from './hand-words.ts';
import styles from './RaiseHand.module.css';
import { isHandUp } from './raised-hand.ts';

/** Asks for the proctor from wherever the candidate is: nothing is covered, nothing moves, and the caret stays. */
export function RaiseHand({ at }: { at: 'paper' | 'hall' }) {
  const words = useWords(handWords);
  const { hand, connection } = useRoom();
  const state = useObservable(hand);
  const { raisedAt, wanted, seenAt } = state;
  const { online } = useObservable(connection);
  const up = isHandUp(state);
  return (
    <div className={styles[at]}>
      <Button
        className={classNames(up && styles.up)}
        aria-pressed={up}
        data-testid="raise-hand"
        onMouseDown={(event) => event.preventDefault()}
        onClick={hand.toggle}
      >
        {up ? words.lower : words.raise}
        {at === 'paper' && words.key}
      </Button>
      <p role="status" className={styles.said}>
        {said()}
      </p>
    </div>
  );

  function said(): string {
    if (wanted && !online) return wanted === 'raise' ? words.offline : words.lowering;
    if (wanted) return wanted === 'raise' ? words.sending : words.lowering;
    if (raisedAt !== null) return words.told(clockText(raisedAt, true));
    return seenAt === null ? '' : words.seen(clockText(seenAt, true));
  }
}
