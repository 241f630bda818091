import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import type { Camera } from '../../../shared/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { clockText } from '../time-text.ts';
import type { CameraTrack } from './camera-track.ts';
import { LANES, lanePath, type Mark, type Review } from './lanes.ts';
import type { PreviewPictures } from './preview-pictures.ts';
import styles from './Review.module.css';
import { ReviewPreview } from './ReviewPreview.tsx';
import { reviewWords } from './review-words.ts';

const ordered = ({ from, until }: Mark): Mark => ({ from: Math.min(from, until), until: Math.max(from, until) });

interface ReviewTimelineProps {
  review: Review;
  at: number;
  /** The stretch that is being marked. */
  marked: Mark | null;
  tracks: Readonly<Record<Camera, CameraTrack>>;
  pictures: PreviewPictures;
  /** What is looked at stands still. */
  paused: boolean;
  onSeek: (at: number) => void;
  /** A stretch that was drawn with the pointer; undefined: whoever looks may report nothing. */
  onDrawn: ((stretch: Mark) => void) | undefined;
}

/**
 * The whole attempt as lanes, with the moment that is looked at; the pointer or the arrow keys move it. Where the pointer is, and where
 * the keys have gone, it shows beforehand what both cameras saw.
 */
export function ReviewTimeline({ review, at, marked, tracks, pictures, paused, onSeek, onDrawn }: ReviewTimelineProps) {
  const words = useWords(reviewWords);
  const { from, until } = review;
  const [pointed, setPointed] = useState<number | null>(null);
  const [drawing, setDrawing] = useState<Mark | null>(null);
  const [byKey, setByKey] = useState(false);
  const shareOf = (moment: number): number => (moment - from) / (until - from);
  const share = (moment: number): string => `${shareOf(moment) * 100}%`;
  const previewed = pointed ?? (byKey && paused ? at : null);
  const paths = useMemo(() => LANES.map((lane) => ({ lane, path: lanePath(review.lanes[lane], review) })), [review]);
  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const moment = from + Math.max(0, Math.min(1, (event.clientX - left) / width)) * (until - from);
    setPointed(moment);
    if (event.type === 'pointerdown' && event.shiftKey && onDrawn) setDrawing({ from: moment, until: moment });
    else if (drawing) setDrawing({ ...drawing, until: moment });
    else if (event.type === 'pointerdown' || event.buttons === 1) onSeek(moment);
  };
  const endDrawing = (): void => {
    setDrawing(null);
    if (drawing && drawing.from !== drawing.until) onDrawn?.(ordered(drawing));
  };
  const stretch = drawing ? ordered(drawing) : marked;
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
        // With Shift a press would select the page's text up to here.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={scrub}
        onPointerUp={endDrawing}
        onPointerCancel={() => setDrawing(null)}
        onPointerLeave={() => setPointed(null)}
        onFocus={(event) => setByKey(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setByKey(false)}
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
        {stretch && (
          <span
            className={styles.marked}
            style={{ insetInlineStart: share(stretch.from), insetInlineEnd: `calc(100% - ${share(stretch.until)})` }}
          />
        )}
        <span className={styles.head} style={{ insetInlineStart: share(at) }} />
        {previewed !== null && <ReviewPreview {...{ at: previewed, share: shareOf(previewed), tracks, pictures }} />}
      </div>
    </div>
  );
}
