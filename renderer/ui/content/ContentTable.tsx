import type { Block } from '../../../shared/domain/content.ts';
import { useWords } from '../language.tsx';
import { ScrollingSection } from '../ScrollingSection.tsx';
import styles from './Content.module.css';
import { contentWords } from './content-words.ts';

type Table = Omit<Extract<Block, { kind: 'table' }>, 'kind'>;

/** A table that scrolls inside itself where it is wider than its place, by keyboard too. */
export function ContentTable({ caption, header, rows }: Table) {
  const words = useWords(contentWords);
  const [head, ...rest] = rows;
  const body = header ? rest : rows;
  return (
    <ScrollingSection className={styles.scroller} label={caption || words.table}>
      <table className={styles.table}>
        {caption && <caption>{caption}</caption>}
        {header && head && (
          <thead>
            <tr>
              {head.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a paper never change places
                <th key={column} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {body.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same
            <tr key={line}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingSection>
  );
}
