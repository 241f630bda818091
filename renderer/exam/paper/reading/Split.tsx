import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import styles from './Split.module.css';
import { shareAfterKey, shareWithin } from './split-share.ts';

interface SplitProps {
  /** `columns`: side by side; `rows`: one above the other. */
  direction: 'columns' | 'rows';
  /** What the divider is called. */
  label: string;
  /** The first side's share of the room, 0..1. */
  share: number;
  onShare(share: number): void;
  first: ReactNode;
  second: ReactNode;
}

/** Two sides with a divider between them that is moved by mouse or arrow keys (WAI-ARIA window splitter). */
export function Split({ direction, label, share, onShare, first, second }: SplitProps) {
  const frame = useRef<HTMLDivElement>(null);
  const columns = direction === 'columns';

  function drag(event: PointerEvent): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !frame.current) return;
    const { left, top, width, height } = frame.current.getBoundingClientRect();
    onShare(shareWithin(columns ? event.clientX - left : event.clientY - top, columns ? width : height));
  }
  function press(event: KeyboardEvent): void {
    const next = shareAfterKey(share, event.key, direction);
    if (next === null) return;
    event.preventDefault();
    onShare(next);
  }

  const template = `minmax(0, ${share}fr) 12px minmax(0, ${1 - share}fr)`;
  return (
    <div
      ref={frame}
      className={styles.split}
      style={columns ? { gridTemplateColumns: template } : { gridTemplateRows: template }}
    >
      <div className={styles.side}>{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a divider that is moved is a separator, and no line of text */}
      <div
        className={classNames(styles.divider, columns ? styles.upright : styles.level)}
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={columns ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={20}
        aria-valuemax={80}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
      />
      <div className={styles.side}>{second}</div>
    </div>
  );
}
