import { useCallback } from 'react';
import type { MarkingItem } from '../../../shared/contract/marking.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import table from '../table.module.css';
import { useLoaded } from '../use-loaded.ts';
import styles from './ItemList.module.css';
import { markingWords } from './marking-words.ts';

/** Every written question that has something handed in, and how far its marking is. */
export function ItemList({ onChoose }: { onChoose: (item: MarkingItem) => void }) {
  const words = useWords(markingWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('markingOverview', {}), [http]));
  const assigned = loaded.value?.sessions ?? [];
  const sessions = assigned.filter(({ items }) => items.some(({ responses }) => responses > 0));
  const forMe = (items: readonly MarkingItem[]) => items.reduce((total, item) => total + item.forMe, 0);
  return (
    <>
      <PageHead title={words.title}>
        <span className={table.soft}>{words.blind}</span>
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <LoadState loaded={loaded} />
      {loaded.value && assigned.length === 0 && <p>{words.notAssigned}</p>}
      {assigned.length > 0 && sessions.length === 0 && (
        <p>{words.none(assigned.map(({ examination, title }) => `${examination} ${title}`).join('、'))}</p>
      )}
      {sessions.map(({ sessionId, examination, title, items }) => (
        <section key={sessionId} className={styles.session} aria-label={`${examination} ${title}`}>
          <h2 className={styles.title}>
            {examination} · {title} <span className={table.soft}>{words.leftHere(forMe(items))}</span>
          </h2>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{words.item}</th>
                <th>{words.section}</th>
                {[words.points, words.responses, words.forMe, words.byMe, words.third, words.settled].map((head) => (
                  <th key={head} className={table.number}>
                    {head}
                  </th>
                ))}
                <th aria-label={words.start} />
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <ItemRow key={item.itemId} item={item} onChoose={onChoose} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function ItemRow({ item, onChoose }: { item: MarkingItem; onChoose: (item: MarkingItem) => void }) {
  const words = useWords(markingWords);
  const counts = [item.points, item.responses, item.forMe, item.byMe, item.third, item.settled];
  return (
    <tr data-testid={`item-${item.itemId}`} data-for-me={item.forMe} data-settled={item.settled}>
      <th scope="row" className={styles.question}>
        {words.number(item.number)}
        <span className={table.soft}>{item.opening}</span>
      </th>
      <td>{item.section}</td>
      {counts.map((count, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
        <td key={column} className={table.number}>
          {count}
        </td>
      ))}
      <td className={styles.action}>
        {item.forMe > 0 ? (
          <Button className={dense.button} onClick={() => onChoose(item)}>
            {words.start}
          </Button>
        ) : (
          <span className={table.soft}>{words.nothing}</span>
        )}
      </td>
    </tr>
  );
}
