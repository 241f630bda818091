import { useEffect, useRef } from 'react';
import type { Camera, WallPlace } from '../../../shared/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { clockText } from '../time-text.ts';
import { useWatched } from '../use-watched.ts';
import { countFrames, NO_FRAMES } from './frame-count.ts';
import styles from './LivePicture.module.css';
import type { LiveView } from './live-view.ts';
import { liveWords } from './live-words.ts';
import { StillPicture } from './StillPicture.tsx';

const COUNT_EVERY_MS = 1_000;

interface LivePictureProps {
  place: WallPlace & { attemptId: string };
  camera: Camera;
  /** What the video is called in the document, e.g. `video-front-2026001`. */
  testId: string;
  /** Sound through this computer's speaker; the front camera only. */
  listening?: boolean;
  /** Says on the picture which camera it is. */
  named?: boolean;
}

/** The live video of one camera, or in words why there is none. */
export function LivePicture({ place, camera, testId, listening = false, named = true }: LivePictureProps) {
  const { liveViews, latestStills } = useDesk();
  const words = useWords(liveWords);
  const view = useWatched(liveViews.camera(place.attemptId, camera).view);
  const video = useVideo(view.stream, listening);
  const latest = useWatched(latestStills.of(place.attemptId, camera));
  // A phone that has ended shows nothing, however lately it did.
  const still = view.stream === null && place.phone !== 'none' ? latest : null;
  const said = still ? null : pictureWords(view, camera, words);
  return (
    <div className={classNames(styles.picture, view.phase === 'frozen' && styles.frozen)}>
      <video
        ref={video}
        className={classNames(styles.video, !view.stream && styles.hidden)}
        muted={!listening}
        playsInline
        autoPlay
        disablePictureInPicture
        aria-label={words.label[camera](place.name)}
        data-testid={testId}
        data-camera={camera}
        data-state={view.phase}
        data-frames={0}
      />
      {still && (
        <StillPicture latest={still} camera={camera} name={place.name} testId={testId.replace('video', 'still')} />
      )}
      {named && <span className={styles.camera}>{words.camera[camera]}</span>}
      {said && <p className={classNames(styles.said, view.stream && styles.over)}>{said}</p>}
    </div>
  );
}

function pictureWords(view: LiveView, camera: Camera, words: (typeof liveWords)['zh-CN']): string | null {
  if (view.phase === 'live') return null;
  if (view.phase === 'frozen') return words.frozen(clockText(view.since));
  return view.phase === 'absent' ? words.absent[camera] : words[view.phase];
}

/** Shows the stream and writes the frames decoded so far into `data-frames`, past React: no render a second a screen. */
function useVideo(stream: MediaStream | null, listening: boolean) {
  const ref = useRef<HTMLVideoElement>(null);
  const count = useRef(NO_FRAMES);
  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    video.srcObject = stream;
    if (!stream) return;
    const read = (): void => {
      count.current = countFrames(count.current, video.getVideoPlaybackQuality().totalVideoFrames);
      video.dataset.frames = String(count.current.total);
    };
    const timer = setInterval(read, COUNT_EVERY_MS);
    return () => {
      read();
      clearInterval(timer);
      video.srcObject = null;
    };
  }, [stream]);
  useEffect(() => {
    // React sets `muted` as an attribute only at first; the sound must follow the switch.
    if (ref.current) ref.current.muted = !listening;
  }, [listening]);
  return ref;
}
