import { type Item, itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { Content } from '../../ui/content/Content.tsx';
import { useWords } from '../../ui/language.tsx';
import { useRoom } from '../window/exam-context.ts';
import { AnswerFields } from './answer/AnswerFields.tsx';
import styles from './ItemSheet.module.css';
import { ItemStatusLine } from './ItemStatusLine.tsx';
import { paperWords } from './paper-words.ts';
import { useFlagged } from './use-answers.ts';

/** One item: what is asked, the answer, what is known of it, and the way to the next. */
export function ItemSheet({ paper, item }: { paper: Paper; item: Item }) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const flagged = useFlagged(item.id);
  const items = itemsOf(paper);
  const number = items.findIndex(({ id }) => id === item.id) + 1;
  const section = paper.sections.find(({ items: members }) => members.some(({ id }) => id === item.id));
  const [previous, next] = [desk.neighbour(-1), desk.neighbour(1)];
  return (
    <article className={styles.sheet} data-item={item.id} data-kind={item.kind}>
      {/* On the desk of an in-basket every line counts: there the instructions lie with the background. */}
      {item.kind !== 'handling' && (
        <p className={styles.section}>
          <strong>{section?.title}</strong> {section?.instructions}
        </p>
      )}
      <div className={styles.head}>
        <h1 tabIndex={-1} aria-live="polite">
          {words.item(number, items.length)}
        </h1>
        {section && <span>{words.itemTypes[section.itemType]}</span>}
        <span>{words.points(item.points)}</span>
        <Button data-flag aria-pressed={flagged} onClick={() => desk.flag(item.id, !flagged)}>
          {flagged ? words.unflag : words.flag}
        </Button>
      </div>
      {/* What belongs to one item alone is made anew for the next; the buttons stay, and with them the focus. */}
      <div key={item.id}>
        <div className={styles.stem}>
          <Content blocks={item.stem} id={`stem-${item.id}`} />
        </div>
        <AnswerFields paper={paper} item={item} labelledBy={`stem-${item.id}`} />
      </div>
      <div className={styles.turn}>
        <Button disabled={!previous} onClick={() => previous && desk.go(previous.id)}>
          {words.previous}
        </Button>
        <Button disabled={!next} onClick={() => next && desk.go(next.id)}>
          {words.next}
        </Button>
        <ItemStatusLine itemId={item.id} />
      </div>
    </article>
  );
}
