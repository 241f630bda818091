import { memo, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import type { AnswerLog } from '../../journal/answer-log.ts';
import { paperWords } from '../paper-words.ts';
import { useItemMarks } from '../use-answers.ts';
import { useIsCurrent } from '../use-item.ts';
import { afterPaint } from '../use-painted.ts';
import styles from './ItemNavigator.module.css';

interface NavigatorItemProps {
  /** The same for all items: one paper may show a hundred. */
  log: AnswerLog;
  onGo(itemId: string): void;
  itemId: string;
  number: number;
  /** What the item is about, where the number says too little. */
  children?: ReactNode;
}

/** One item: its number, whether it is answered (filled, with a tick) and whether it is flagged (with a flag). */
export const NavigatorItem = memo(function NavigatorItem({ log, onGo, itemId, number, children }: NavigatorItemProps) {
  const words = useWords(paperWords);
  const current = useIsCurrent(itemId);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The item before the candidate is in sight in the list too, once the item itself is.
    if (current) return afterPaint(() => button.current?.scrollIntoView({ block: 'nearest' }));
  }, [current]);
  const { answered, flagged } = useItemMarks(log, itemId);
  const state = words.itemLabel(number, answered ? words.answered : words.unanswered, flagged);
  const look = classNames(styles.number, answered && styles.done, flagged && styles.flagged);
  return (
    <button
      ref={button}
      type="button"
      className={classNames(styles.item, children != null && styles.row)}
      data-item-id={itemId}
      aria-label={children == null ? state : undefined}
      aria-current={current ? 'true' : undefined}
      tabIndex={current ? 0 : -1}
      onClick={() => onGo(itemId)}
    >
      <span className={look} aria-hidden="true">
        {number}
      </span>
      {children != null && <span className="read-aloud">{state}</span>}
      {children}
    </button>
  );
});
