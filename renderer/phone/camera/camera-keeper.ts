import type { PhoneTrouble } from '../../../shared/domain/phone-watch.ts';
import { backoffDelay } from '../../../shared/support/backoff.ts';
import { createAbsence } from './absence.ts';

export type CameraState = 'off' | 'opening' | 'live' | 'interrupted';

/** Without a new picture for so long the camera counts as frozen, whatever its track says. */
const FROZEN_MS = 1_500;
/** A camera that was just opened may take so long to show its first picture. */
const FIRST_PICTURE_MS = 4_000;
const LOOK_MS = 250;

/** A stretch without pictures, by this page's clock (`performance.now()`). */
export interface Interruption {
  startedAt: number;
  durationMs: number;
  cause: PhoneTrouble;
}

export interface CameraKeeperOptions {
  open(): Promise<MediaStream>;
  /** What a failure of `open` means. */
  troubleOf(failure: unknown): PhoneTrouble;
  /** Pictures delivered so far (frame-counter.ts). */
  frames(): number;
  onStream(stream: MediaStream): void;
  onState(state: CameraState, trouble: PhoneTrouble | null): void;
  /** Pictures advance again after this. */
  onInterruption(interruption: Interruption): void;
  /** The phone slept until now, and this page's clock with it. */
  onSlept(): void;
  log(text: string, cause: unknown): void;
}

export interface CameraKeeper {
  /** Opens the camera the first time. Throws what `open` throws; from then on the keeper retries by itself, for ever. */
  start(): Promise<void>;
  /** Acquires the camera anew now, for instance because the person asked for it. */
  renew(): void;
  stop(): void;
}

/**
 * Keeps a camera alive (CAM-2): after a call, a lock or another program a track can say `live` and be dead, so only
 * pictures that advance count. After whatever took it away the camera is acquired anew.
 */
export function createCameraKeeper(options: CameraKeeperOptions): CameraKeeper {
  const { open, troubleOf, frames, onStream, onState, onInterruption, onSlept, log } = options;
  let stream: MediaStream | null = null;
  let state: CameraState = 'off';
  let trouble: PhoneTrouble | null = null;
  let first: PhoneTrouble | null = null;
  let tries = 0;
  let opening = false;
  let seen = 0;
  /** Of the last picture. */
  let seenAt = 0;
  /** For how long this page's clock stood still since then. */
  let sleptMs = 0;
  /** From when on a picture has been due. */
  let dueAt = 0;
  let lookTimer: ReturnType<typeof setInterval> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  const absence = createAbsence({ monotonic: () => performance.now(), wall: Date.now });

  const become = (next: CameraState, why: PhoneTrouble | null): void => {
    if (next === state && why === trouble) return;
    state = next;
    trouble = why;
    onState(next, why);
  };
  const interrupt = (why: PhoneTrouble): void => {
    if (state === 'off') return;
    // What was the matter first is what is told of the whole; "frozen" says only that nobody knew yet.
    if (first === null || first === 'frozen') first = why;
    become('interrupted', why);
  };
  const release = (): void => {
    for (const track of stream?.getTracks() ?? []) {
      track.onended = null;
      track.onmute = null;
      track.onunmute = null;
      track.stop();
    }
    stream = null;
  };
  const lostToOther = (): void => {
    if (!document.hidden) interrupt('camera_taken');
  };
  const take = (opened: MediaStream): void => {
    stream = opened;
    for (const track of opened.getTracks()) {
      let taken = false;
      track.onended = () => {
        lostToOther();
        renew();
      };
      // A call, or another program that has the camera for a while; whether the track works afterwards nobody knows.
      track.onmute = () => {
        taken = true;
        lostToOther();
      };
      track.onunmute = () => taken && renew();
    }
    seen = frames();
    dueAt = performance.now() + FIRST_PICTURE_MS;
    onStream(opened);
  };
  const muted = (): boolean => stream?.getVideoTracks().some((track) => track.muted) ?? true;

  const look = (): void => {
    if (document.hidden) return;
    const now = frames();
    const at = performance.now();
    if (now !== seen && !muted()) {
      seen = now;
      if (first !== null) {
        onInterruption({ startedAt: seenAt, durationMs: Math.round(at - seenAt + sleptMs), cause: first });
        first = null;
      }
      seenAt = at;
      sleptMs = 0;
      dueAt = at + FROZEN_MS;
      tries = 0;
      become('live', null);
      return;
    }
    if (at < dueAt) return;
    if (trouble === null) interrupt('frozen');
    if (!opening && retryTimer === undefined) retryLater();
  };

  const retryLater = (): void => {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(renew, backoffDelay(tries, Math.random, 300, 8_000));
    tries += 1;
  };

  function renew(): void {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    // A hidden page may not open a camera (iOS); its return to the foreground does it.
    if (state === 'off' || opening || document.hidden) return;
    opening = true;
    // The old camera first: many phones open one only once.
    release();
    open()
      .then((opened) => {
        opening = false;
        if (state === 'off') for (const track of opened.getTracks()) track.stop();
        else take(opened);
      })
      .catch((cause: unknown) => {
        opening = false;
        log('the camera could not be opened again', cause);
        if (state === 'off') return;
        interrupt(troubleOf(cause));
        retryLater();
      });
  }

  const onVisibility = (): void => {
    if (document.hidden) {
      absence.began();
      interrupt('hidden');
      return;
    }
    const slept = absence.ended();
    if (slept > 0) {
      sleptMs += slept;
      if (first === 'hidden' || first === null) first = 'locked';
      onSlept();
    }
    renew();
  };

  return {
    async start() {
      become('opening', null);
      try {
        take(await open());
      } catch (cause) {
        become('off', null);
        throw cause;
      }
      seenAt = performance.now();
      document.addEventListener('visibilitychange', onVisibility);
      lookTimer = setInterval(look, LOOK_MS);
    },
    renew,
    stop() {
      become('off', null);
      document.removeEventListener('visibilitychange', onVisibility);
      clearInterval(lookTimer);
      clearTimeout(retryTimer);
      release();
    },
  };
}
