import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { clockText } from '../time-text.ts';
import { LANES, lanePath, type Mark, type Review } from './lanes.ts';
import styles from './Review.module.css';
import { reviewWords } from './review-words.ts';

interface ReviewTimelineProps {
  review: Review;
  at: number;
  /** The stretch that is being marked. */
  marked: Mark | null;
  onSeek: (at: number) => void;
}

/** The whole attempt as lanes, with the moment that is looked at; the pointer or the arrow keys move it. */
export function ReviewTimeline({ review, at, marked, onSeek }: ReviewTimelineProps) {
  const words = useWords(reviewWords);
  const { from, until } = review;
  const share = (moment: number): string => `${((moment - from) / (until - from)) * 100}%`;
  const paths = useMemo(() => LANES.map((lane) => ({ lane, path: lanePath(review.lanes[lane], review) })), [review]);
  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onSeek(from + ((event.clientX - left) / width) * (until - from));
  };
  const onKey = (event: KeyboardEvent): void => {
    const to = { Home: from, End: until, PageUp: at - 60_000, PageDown: at + 60_000 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onSeek(to);
  };
  return (
    <div className={styles.lanes}>
      <div className={styles.names} aria-hidden="true">
        {LANES.map((lane) => (
          <span key={lane}>{words.lane[lane]}</span>
        ))}
      </div>
      <div
        role="slider"
        tabIndex={0}
        className={styles.field}
        aria-label={words.timeline}
        aria-valuemin={from}
        aria-valuemax={until}
        aria-valuenow={Math.round(at)}
        aria-valuetext={clockText(at)}
        data-testid="review-timeline"
        data-at={Math.round(at)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={scrub}
        onKeyDown={onKey}
      >
        {paths.map(({ lane, path }) => (
          <svg
            key={lane}
            className={classNames(styles.lane, styles[lane])}
            viewBox="0 0 1000 10"
            preserveAspectRatio="none"
          >
            <title>{words.lane[lane]}</title>
            <path d={path} />
          </svg>
        ))}
        {marked && (
          <span
            className={styles.marked}
            style={{ insetInlineStart: share(marked.from), insetInlineEnd: `calc(100% - ${share(marked.until)})` }}
          />
        )}
        <span className={styles.head} style={{ insetInlineStart: share(at) }} />
      </div>
    </div>
  );
}
