import { type KeyboardEvent, useRef } from 'react';
import { isBlank, itemsOf, type Paper } from '../../../../shared/domain/paper.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { useObservable } from '../../use-observable.ts';
import { useRoom } from '../../window/exam-context.ts';
import { paperWords } from '../paper-words.ts';
import { useAnswers } from '../use-answers.ts';
import styles from './ItemNavigator.module.css';

const STEP: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -5, ArrowDown: 5 };

/** Every item by section. One tab stop; the arrow keys move within, Enter goes to the item. */
export function ItemNavigator({ paper }: { paper: Paper }) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const { itemId } = useObservable(desk);
  const { responses, flags } = useAnswers();
  const list = useRef<HTMLElement>(null);
  const items = itemsOf(paper);
  const answered = items.filter(({ id }) => !isBlank(responses[id])).length;
  const numbers = new Map(items.map(({ id }, index) => [id, index + 1]));

  function move(event: KeyboardEvent): void {
    const step = STEP[event.key];
    const buttons: Element[] = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = document.activeElement ? buttons.indexOf(document.activeElement) : -1;
    if (step === undefined || here < 0) return;
    event.preventDefault();
    const to = buttons[Math.min(buttons.length - 1, Math.max(0, here + step))];
    if (to instanceof HTMLElement) to.focus();
  }

  return (
    <nav ref={list} aria-label={words.navigator} onKeyDown={move}>
      <p className={styles.counts}>{words.counts(answered, items.length)}</p>
      {paper.sections.map((section) => (
        <section key={section.id} className={styles.section}>
          <h2>{section.title}</h2>
          <ol>
            {section.items.map(({ id }) => {
              const done = !isBlank(responses[id]);
              const flagged = flags.includes(id);
              const number = numbers.get(id) ?? 0;
              return (
                <li key={id}>
                  <button
                    type="button"
                    data-item-id={id}
                    className={classNames(styles.item, done && styles.done, flagged && styles.flagged)}
                    aria-label={words.itemLabel(number, done ? words.answered : words.unanswered, flagged)}
                    aria-current={id === itemId ? 'true' : undefined}
                    tabIndex={id === itemId ? 0 : -1}
                    onClick={() => desk.go(id)}
                  >
                    {number}
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      <ul className={styles.legend}>
        <li>
          <span className={classNames(styles.item, styles.done)} /> {words.answered}
        </li>
        <li>
          <span className={styles.item} /> {words.unanswered}
        </li>
        <li>
          <span className={classNames(styles.item, styles.flagged)} /> {words.flagged}
        </li>
      </ul>
    </nav>
  );
}
