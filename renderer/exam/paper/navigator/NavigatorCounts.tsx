import { useWords } from '../../../ui/language.tsx';
import { paperWords } from '../paper-words.ts';
import { useAnsweredCount, useFlaggedCount } from '../use-answers.ts';
import styles from './ItemNavigator.module.css';

/** How far the candidate is with all items, in figures, beside the signs that stand for each state. */
export function NavigatorCounts({ itemIds }: { itemIds: readonly string[] }) {
  const words = useWords(paperWords);
  const answered = useAnsweredCount(itemIds);
  const flagged = useFlaggedCount(itemIds);
  const rows = [
    [styles.done, words.answered, answered],
    ['', words.unanswered, itemIds.length - answered],
    [styles.flagged, words.flagged, flagged],
  ] as const;
  return (
    <>
      <p className={styles.counts}>{words.counts(answered, itemIds.length)}</p>
      <ul className={styles.legend}>
        {rows.map(([look, name, count]) => (
          <li key={name}>
            <span className={`${styles.number} ${look}`} aria-hidden="true" /> {name} {count}
          </li>
        ))}
      </ul>
    </>
  );
}
