import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { hintWords } from './hint-words.ts';
import styles from './WatchHintLine.module.css';

/** What a person in the room would say to the candidate: beside the paper, in a place of its own, and it goes by itself. */
export function WatchHintLine() {
  const words = useWords(hintWords);
  const hint = useObservable(useRoom().watchHint);
  return (
    <p
      role="status"
      className={classNames(styles.place, hint !== null && styles.said)}
      data-testid="watch-hint"
      data-hint={hint}
    >
      {hint !== null && words.hint[hint]}
    </p>
  );
}
