import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Camera, Segment } from '../../../shared/contract/views.ts';
import { isStill } from '../../../shared/domain/still.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { playbackWords } from '../playback/playback-words.ts';
import type { CameraTrack } from './camera-track.ts';
import styles from './Review.module.css';
import type { Playing } from './review-clock.ts';
import { reviewWords } from './review-words.ts';
import type { SegmentMedia } from './segment-media.ts';

/** A picture further from the clock than this is brought back, in seconds of the recording. */
const DRIFT_S = 0.25;
/** The next segment is fetched this long before it is needed, ms of the recording. */
const AHEAD_MS = 10_000;

interface ReviewCameraProps {
  camera: Camera;
  track: CameraTrack;
  media: SegmentMedia;
  now: Playing;
  muted: boolean;
  /** Whether the picture of the moment is there, or there is none to wait for. */
  onReady: (camera: Camera, ready: boolean) => void;
}

/** What one camera saw at the moment of the review's clock. */
export function ReviewCamera({ camera, track, media, now, muted, onReady }: ReviewCameraProps) {
  const words = useWords(reviewWords);
  const name = useWords(playbackWords).camera[camera];
  const segment = track.at(now.at);
  const next = track.after(now.at);
  const nextId = next && next.startedAt - now.at <= AHEAD_MS * now.rate ? next.id : null;
  useEffect(() => {
    // Fetched ahead; whether that failed is said when it is shown.
    if (nextId !== null) media.url(nextId).catch(() => undefined);
  }, [nextId, media]);
  const ready = useEffectEvent((is: boolean) => onReady(camera, is));
  useEffect(() => ready(segment === null), [segment]);
  return (
    <figure className={styles.camera} data-testid={`review-${camera}`} data-segment={segment?.id ?? ''}>
      {segment ? (
        <SegmentPicture
          key={segment.id}
          segment={segment}
          {...{ media, now, muted, name }}
          onReady={(is) => onReady(camera, is)}
        />
      ) : (
        <p className={styles.blank}>{words.nothing}</p>
      )}
      <figcaption className={styles.caption}>{name}</figcaption>
    </figure>
  );
}

interface SegmentPictureProps {
  segment: Segment;
  media: SegmentMedia;
  now: Playing;
  muted: boolean;
  name: string;
  onReady: (ready: boolean) => void;
}

function SegmentPicture({ segment, media, now, muted, name, onReady }: SegmentPictureProps) {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const [shown, setShown] = useState<{ url: string } | { failure: unknown } | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const ready = useEffectEvent(onReady);
  useEffect(() => {
    let current = true;
    media.url(segment.id).then(
      (url) => current && setShown({ url }),
      (failure: unknown) => {
        if (!current) return;
        console.error(`segment ${segment.id} could not be fetched`, failure);
        setShown({ failure });
        // What cannot be shown is not waited for: the other camera goes on.
        ready(true);
      },
    );
    return () => {
      current = false;
    };
  }, [media, segment.id]);

  const { at, playing, rate } = now;
  useEffect(() => {
    const element = video.current;
    if (!element || element.readyState === 0) return;
    follow(element, { at, playing, rate }, segment);
  }, [at, playing, rate, segment]);

  if (!shown || 'failure' in shown) {
    return (
      <p className={styles.blank} role="status">
        {shown ? reasonText(shown.failure, language) : words.fetching}
      </p>
    );
  }
  if (isStill(segment)) {
    return <img className={styles.picture} src={shown.url} alt={name} onLoad={() => onReady(true)} />;
  }
  return (
    <video
      ref={video}
      className={styles.picture}
      src={shown.url}
      aria-label={name}
      muted={muted}
      playsInline
      preload="auto"
      onLoadedMetadata={(event) => follow(event.currentTarget, now, segment)}
      onCanPlay={() => onReady(true)}
      onSeeking={() => onReady(false)}
      onSeeked={() => onReady(true)}
      onError={(event) => {
        console.error(`segment ${segment.id} cannot be played`, event.currentTarget.error?.message);
        onReady(true);
      }}
    />
  );
}

/** Brings a recording to the moment of the clock: it plays by itself and is put right only when it has drifted. */
function follow(element: HTMLVideoElement, { at, playing, rate }: Playing, segment: Segment): void {
  const wanted = Math.max(0, (at - segment.startedAt) / 1_000);
  if (element.playbackRate !== rate) element.playbackRate = rate;
  // At its end: to play it would begin it again. The next segment takes over by the clock.
  if (element.ended && wanted >= element.currentTime) return;
  const drift = Math.abs(element.currentTime - wanted);
  if (!element.seeking && drift > (playing ? DRIFT_S * Math.max(1, rate) : 0.04)) element.currentTime = wanted;
  if (playing && element.paused) element.play().catch((cause) => console.error('a recording did not start', cause));
  if (!playing && !element.paused) element.pause();
}
