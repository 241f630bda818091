import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { eventWords } from '../events/event-words.ts';
import { goTo } from '../route.ts';
import { clockText, spanText } from '../time-text.ts';
import styles from './AttentionColumn.module.css';
import type { AttentionCard } from './attention.ts';
import { causeText } from './cause-text.ts';
import { inHeldOrder } from './held-order.ts';
import { statusWords } from './status-words.ts';
import type { Attention } from './use-attention.ts';
import { URGENT } from './WallPage.tsx';
import { wallWords } from './wall-words.ts';

const keyOf = (card: AttentionCard): string => card.place.candidateId;

/** The answer to "who needs a look?". Its order holds still while the pointer or the keyboard is in it. */
export function AttentionColumn({ attention, onNext }: { attention: Attention; onNext: () => void }) {
  const words = useWords(wallWords);
  const [held, setHeld] = useState<string[] | null>(null);
  const cards = inHeldOrder(attention.cards, held, keyOf);
  const list = useRef<HTMLUListElement>(null);
  const hold = (): void => setHeld((now) => now ?? cards.map(keyOf));
  const release = (): void => {
    if (!list.current?.contains(document.activeElement)) setHeld(null);
  };
  return (
    <aside className={styles.column} aria-label={words.attention} data-testid="attention">
      <div role="status">
        <h2 className={classNames(styles.heading, 'tabular')} data-count={cards.length}>
          {words.attentionCount(cards.length)}
        </h2>
      </div>
      <Button className={classNames(dense.button, styles.next)} onClick={onNext}>
        {words.next}
      </Button>
      {cards.length === 0 && <p className={styles.empty}>{words.attentionEmpty}</p>}
      <ul
        ref={list}
        className={styles.list}
        onPointerEnter={hold}
        onPointerLeave={release}
        onFocus={hold}
        onBlur={release}
      >
        {cards.map((card) => (
          <AttentionItem key={keyOf(card)} card={card} attention={attention} />
        ))}
      </ul>
    </aside>
  );
}

function AttentionItem({ card, attention }: { card: AttentionCard; attention: Attention }) {
  const { seenViolations } = useDesk();
  const { language } = useLanguage();
  const wall = useWords(wallWords);
  const status = useWords(statusWords);
  const kinds = useWords(eventWords).kind;
  const { place, causes } = card;
  const latest = attention.latestViolation.get(place.attemptId ?? '');
  const onlyViolations = causes.every((cause) => cause.reason === 'new_violation');
  return (
    <li
      className={classNames(styles.card, URGENT.has(causes[0].reason) ? styles.urgent : styles.raised)}
      data-testid={`attention-${place.admissionNo}`}
    >
      <div className={styles.who}>
        <p className={styles.name}>
          <strong>{place.name}</strong>{' '}
          <span className={classNames(styles.number, 'tabular')}>{place.admissionNo}</span>
        </p>
        <Button
          className={dense.button}
          aria-label={wall.open(place.name, place.admissionNo)}
          onClick={() => goTo({ page: 'candidate', admissionNo: place.admissionNo })}
        >
          {wall.look}
        </Button>
      </div>
      <ul className={styles.causes}>
        {causes.map((cause) => (
          <li
            key={`${cause.reason}${'camera' in cause ? cause.camera : ''}`}
            data-reason={cause.reason}
            className="tabular"
          >
            <span className={styles.line}>
              <span className={URGENT.has(cause.reason) ? styles.danger : styles.warning}>
                {causeText(cause, { status, wall })}
              </span>
              {cause.since !== null && <span>{spanText(attention.now - cause.since, language)}</span>}
            </span>
            <span className={styles.more}>
              {cause.since !== null && status.since(clockText(cause.since))}
              {cause.reason === 'new_violation' && latest && ` · ${wall.latest(kinds[latest as keyof typeof kinds])}`}
            </span>
          </li>
        ))}
      </ul>
      {onlyViolations && (
        <Button kind="quiet" className={dense.button} onClick={() => seenViolations.mark(place)}>
          {wall.seen}
        </Button>
      )}
    </li>
  );
}
