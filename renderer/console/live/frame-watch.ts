import type { Camera } from '../../../shared/contract/views.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Watched } from '../watched.ts';
import { countFrames, type FrameCount, frozenSince, NO_FRAMES } from './frame-count.ts';
import { type CameraKey, cameraKey } from './live-view.ts';

/** What a screen says of itself; the DOM stays outside. */
export interface Screen {
  /** Frames of the present stream so far; null while it shows none. */
  framesOfStream: () => number | null;
  /** Called after every reading. */
  show: (total: number) => void;
}

const READ_EVERY_MS = 1_000;

/** Reads every screen once a second: how many frames it decoded, and whether its picture has stopped. */
export class FrameWatch {
  /** Camera -> since when its picture is frozen, ms. A new map only when something froze or moved again. */
  readonly frozen = new Watched<ReadonlyMap<CameraKey, number>>(new Map());
  readonly #screens = new Map<Screen, { key: CameraKey; count: FrameCount }>();
  readonly #clock: Clock;
  readonly #hidden: () => boolean;

  constructor(clock: Clock, hidden: () => boolean) {
    this.#clock = clock;
    this.#hidden = hidden;
  }

  start(): () => void {
    const timer = setInterval(() => this.read(), READ_EVERY_MS);
    return () => clearInterval(timer);
  }

  /** Watches a screen until the returned function is called. */
  add(attemptId: string, camera: Camera, screen: Screen): () => void {
    this.#screens.set(screen, { key: cameraKey(attemptId, camera), count: NO_FRAMES });
    return () => this.#screens.delete(screen);
  }

  read(): void {
    const now = this.#clock.now();
    const frozen = new Map<CameraKey, number>();
    for (const [screen, watched] of this.#screens) {
      const reading = screen.framesOfStream();
      // Without a stream there is nothing to freeze, and a hidden page decodes nothing: both start afresh.
      if (reading === null) watched.count = { ...watched.count, ofStream: 0, advancedAt: null };
      else if (this.#hidden()) watched.count = { ...countFrames(watched.count, reading, now), advancedAt: now };
      else watched.count = countFrames(watched.count, reading, now);
      screen.show(watched.count.total);
      const since = frozenSince(watched.count, now);
      if (since !== null) frozen.set(watched.key, since);
    }
    const before = this.frozen.get();
    const same = frozen.size === before.size && [...frozen].every(([key, since]) => before.get(key) === since);
    if (!same) this.frozen.set(frozen);
  }
}
