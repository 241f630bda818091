import type { PaperSummary } from '../../../../shared/contract/paper-import.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './papers.module.css';
import { papersWords } from './papers-words.ts';

/** What a paper holds, measured against annex 2. */
export function PaperSummaryList({ paper }: { paper: PaperSummary }) {
  const words = useWords(papersWords);
  const { items, plannedItems } = paper;
  return (
    <>
      <ul className={styles.summary} data-testid="summary">
        <li>
          <b>{paper.title}</b>
        </li>
        <li>{words.itemCount(items, plannedItems)}</li>
        {paper.components.map(({ component, title, points, paperPoints }) => (
          <li key={component}>
            {title} <span className="tabular">{`${paperPoints} / ${points}`}</span>
          </li>
        ))}
        {paper.pictures > 0 && <li>{words.pictures(paper.pictures)}</li>}
      </ul>
      {plannedItems !== null && plannedItems !== items && (
        <Notice tone="warning">
          <p>{words.itemNote(items, plannedItems)}</p>
        </Notice>
      )}
    </>
  );
}
