import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AttemptEvent, Camera, Segment } from '../../../shared/contract/views.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ReportDialog } from '../cases/ReportDialog.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { eventDetailText } from '../events/event-detail.ts';
import { eventWords } from '../events/event-words.ts';
import { useKeys } from '../keys.ts';
import { Select } from '../Select.tsx';
import { clockText } from '../time-text.ts';
import { useMay } from '../use-may.ts';
import { useWatched } from '../use-watched.ts';
import { cameraTrack } from './camera-track.ts';
import { type Flag, LEAD_MS, type Mark, nextFlag, previousFlag, type Review } from './lanes.ts';
import { PreviewPictures } from './preview-pictures.ts';
import styles from './Review.module.css';
import { ReviewCamera } from './ReviewCamera.tsx';
import { ReviewTimeline } from './ReviewTimeline.tsx';
import { RATES, ReviewClock } from './review-clock.ts';
import { reviewWords } from './review-words.ts';
import { SegmentMedia } from './segment-media.ts';

interface ReviewDeskProps {
  attemptId: string;
  name: string;
  review: Review;
  segments: readonly Segment[];
  events: readonly AttemptEvent[];
  sessions: readonly Session[];
  at: number | null;
}

const CAMERAS: readonly Camera[] = ['front', 'rear'];

/** One attempt to look through: both cameras in step, what happened beneath them, everything by keyboard. */
export function ReviewDesk({ attemptId, name, review, segments, events, sessions, at: first }: ReviewDeskProps) {
  const { fetchProtected } = useDesk();
  const words = useWords(reviewWords);
  const kinds = useWords(eventWords).kind;
  const { language } = useLanguage();
  const mayReport = useMay('reportCase');
  const [muted, setMuted] = useState(false);
  const [from, setFrom] = useState<number | null>(null);
  const [reporting, setReporting] = useState<Mark | null>(null);
  const [reported, setReported] = useState(false);
  const ready = useRef<Record<Camera, boolean>>({ front: false, rear: false });
  const tracks = useMemo(
    () => ({ front: cameraTrack('front', segments), rear: cameraTrack('rear', segments) }),
    [segments],
  );
  const media = useMemo(() => new SegmentMedia(fetchProtected), [fetchProtected]);
  useEffect(() => () => media.close(), [media]);
  const pictures = useMemo(() => new PreviewPictures(fetchProtected), [fetchProtected]);
  const clock = useMemo(
    () =>
      new ReviewClock({
        ...{ from: review.from, until: review.until, at: first ?? review.from },
        ready: () => ready.current.front && ready.current.rear,
        skipTo(at) {
          if (CAMERAS.some((camera) => tracks[camera].at(at))) return at;
          const starts = CAMERAS.flatMap((camera) => tracks[camera].after(at)?.startedAt ?? []);
          return starts.length > 0 ? Math.min(...starts) : null;
        },
      }),
    [review, first, tracks],
  );
  const now = useWatched(clock.now);
  useFrames(clock);
  const goToFlag = (flag: Flag | null): void => {
    if (flag) clock.seek(flag.from - LEAD_MS);
  };
  const begin = (): void => {
    setReported(false);
    setFrom(now.at);
  };
  const report = (stretch: Mark): void => {
    setReported(false);
    if (now.playing) clock.toggle();
    setReporting(stretch);
  };
  const end = (): void => {
    if (from === null || !mayReport) return;
    report({ from: Math.min(from, now.at), until: Math.max(from, now.at) });
  };
  useKeys({
    ' ': () => clock.toggle(),
    arrowleft: () => clock.step(-5_000),
    arrowright: () => clock.step(5_000),
    ',': () => clock.step(-200),
    '.': () => clock.step(200),
    n: () => goToFlag(nextFlag(review.flags, now.at)),
    p: () => goToFlag(previousFlag(review.flags, now.at)),
    '-': () => clock.changeRate(-1),
    '+': () => clock.changeRate(1),
    '=': () => clock.changeRate(1),
    m: () => setMuted(!muted),
    '[': mayReport ? begin : undefined,
    ']': mayReport ? end : undefined,
  });
  const onReady = useCallback((camera: Camera, is: boolean) => {
    ready.current[camera] = is;
  }, []);
  const here = review.flags.filter(({ from: start, until }) => start <= now.at + LEAD_MS && until >= now.at - LEAD_MS);
  return (
    <section className={styles.desk} aria-label={words.heading(name)} data-testid="review">
      <div className={styles.cameras}>
        {CAMERAS.map((camera) => (
          <ReviewCamera
            key={camera}
            camera={camera}
            track={tracks[camera]}
            media={media}
            now={now}
            // One sound is heard: that of the computer, beside the candidate.
            muted={muted || camera === 'rear'}
            onReady={onReady}
          />
        ))}
      </div>
      <div className={styles.bar}>
        <Button kind="primary" className={dense.button} onClick={() => clock.toggle()}>
          {now.playing ? words.pause : words.play}
        </Button>
        <strong className="tabular" data-testid="review-clock">
          {clockText(now.at)}
        </strong>
        <Select
          label={words.rate}
          value={String(now.rate)}
          onChange={(rate) => clock.setRate(Number(rate))}
          options={RATES.map((rate) => [String(rate), `${rate}×`])}
        />
        <Button className={dense.button} onClick={() => goToFlag(previousFlag(review.flags, now.at))}>
          {words.previous}
        </Button>
        <Button className={dense.button} onClick={() => goToFlag(nextFlag(review.flags, now.at))}>
          {words.next}
        </Button>
        <Button className={dense.button} aria-pressed={muted} onClick={() => setMuted(!muted)}>
          {muted ? words.soundOff : words.soundOn}
        </Button>
        {mayReport && (
          <>
            <Button className={dense.button} aria-pressed={from !== null} onClick={begin}>
              {words.begin}
            </Button>
            <Button className={dense.button} disabled={from === null} onClick={end}>
              {words.end}
            </Button>
          </>
        )}
        {reported && <span role="status">{words.reported}</span>}
      </div>
      <ReviewTimeline
        review={review}
        at={now.at}
        marked={from === null ? null : { from: Math.min(from, now.at), until: Math.max(from, now.at) }}
        {...{ tracks, pictures, paused: !now.playing }}
        onSeek={(at) => clock.seek(at)}
        onDrawn={mayReport ? report : undefined}
      />
      <p className={styles.hint}>{words.keys}</p>
      <ul className={styles.here} aria-label={words.here}>
        {here.map(({ event }) => (
          <li key={event.id}>
            <span className="tabular">{clockText(event.at)}</span> <strong>{kinds[event.kind]}</strong>{' '}
            {eventDetailText(event, sessions, language)}
          </li>
        ))}
      </ul>
      {reporting && (
        <ReportDialog
          {...{ attemptId, name, sessions, events, span: reporting }}
          onReported={() => {
            setReported(true);
            setFrom(null);
          }}
          onClose={() => setReporting(null)}
        />
      )}
    </section>
  );
}

/** Tells the clock of every frame that passes. */
function useFrames(clock: ReviewClock): void {
  useEffect(() => {
    let before = performance.now();
    let frame = 0;
    const pass = (time: number): void => {
      clock.pass(time - before);
      before = time;
      frame = requestAnimationFrame(pass);
    };
    frame = requestAnimationFrame(pass);
    return () => cancelAnimationFrame(frame);
  }, [clock]);
}
