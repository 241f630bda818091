import { backoffDelay } from '../../../shared/support/backoff.ts';

export type CameraState = 'off' | 'opening' | 'live' | 'interrupted';

/** Without a new picture for so long the camera counts as dead, whatever its track says. */
const DEAD_MS = 4_000;
const LOOK_MS = 1_000;

export interface CameraKeeperOptions {
  open(): Promise<MediaStream>;
  /** Pictures delivered so far (frame-counter.ts). */
  frames(): number;
  onStream(stream: MediaStream): void;
  onState(state: CameraState): void;
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
 * pictures that advance count. Coming back to the foreground always acquires the camera anew.
 */
export function createCameraKeeper({ open, frames, onStream, onState, log }: CameraKeeperOptions): CameraKeeper {
  let stream: MediaStream | null = null;
  let state: CameraState = 'off';
  let tries = 0;
  let opening = false;
  let seen = 0;
  let seenAt = 0;
  let lookTimer: ReturnType<typeof setInterval> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const become = (next: CameraState): void => {
    if (next === state) return;
    state = next;
    onState(next);
  };
  const release = (): void => {
    for (const track of stream?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    stream = null;
  };
  const take = (opened: MediaStream): void => {
    stream = opened;
    for (const track of opened.getTracks()) track.onended = renew;
    seen = frames();
    seenAt = performance.now();
    onStream(opened);
  };

  const look = (): void => {
    const now = frames();
    if (now !== seen) {
      seen = now;
      seenAt = performance.now();
      tries = 0;
      become('live');
      return;
    }
    if (performance.now() - seenAt < DEAD_MS || document.hidden) return;
    become('interrupted');
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
    if (state === 'off' || opening) return;
    become('interrupted');
    // A hidden page may not open a camera (iOS); its return to the foreground does it.
    if (document.hidden) return;
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
        if (state !== 'off') retryLater();
      });
  }

  const onVisibility = (): void => {
    if (document.hidden) become('interrupted');
    else renew();
  };

  return {
    async start() {
      become('opening');
      try {
        take(await open());
      } catch (cause) {
        become('off');
        throw cause;
      }
      document.addEventListener('visibilitychange', onVisibility);
      lookTimer = setInterval(look, LOOK_MS);
    },
    renew,
    stop() {
      become('off');
      document.removeEventListener('visibilitychange', onVisibility);
      clearInterval(lookTimer);
      clearTimeout(retryTimer);
      release();
    },
  };
}
