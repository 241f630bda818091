import type { Camera } from '../../../shared/contract/views.ts';
import { backoffDelay } from '../../../shared/support/backoff.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { Watched } from '../watched.ts';
import { ABSENT, type LiveView } from './live-view.ts';

/** The receiving end of one peer connection. */
export interface Viewer {
  signal(data: unknown): void;
  destroy(): void;
}

export interface ViewerEvents {
  send(data: unknown): void;
  onStream(stream: MediaStream): void;
  /** It will not come back by itself. */
  onFailed(cause: unknown): void;
}

export interface ViewQuality {
  raised: boolean;
  sound: boolean;
}

export interface LiveCameraParts {
  viewId: string;
  attemptId: string;
  camera: Camera;
  createViewer: (viewId: string, events: ViewerEvents) => Viewer;
  /** The three requests of the staff socket about views, with this camera's `viewId` already in them. */
  open: () => Promise<unknown>;
  setQuality: (quality: ViewQuality) => Promise<unknown>;
  close: () => Promise<unknown>;
  send: (data: unknown) => Promise<unknown>;
  random: () => number;
}

/** No picture after this long counts as a failure, in ms. */
const OPENING_TIMEOUT_MS = 15_000;
const SMALL: ViewQuality = { raised: false, sound: false };

/** One camera of one place: one viewer, one id for ever; destroyed and recreated after each failure. */
export class LiveCamera {
  readonly view = new Watched<LiveView>(ABSENT);
  readonly #parts: LiveCameraParts;
  #viewer: Viewer | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #quality = SMALL;
  #failures = 0;

  constructor(parts: LiveCameraParts) {
    this.#parts = parts;
  }

  /** The camera is there (again): open its view at once, whatever was there before. */
  open(): void {
    this.#failures = 0;
    void this.#attempt();
  }

  /** The camera went, or the console no longer wants it. `tell`: the server is reachable and may end the view. */
  close(tell: boolean): void {
    const open = this.#viewer !== null;
    this.#drop();
    this.view.set(ABSENT);
    if (open && tell) this.#parts.close().catch((cause: unknown) => this.#log('closing', cause));
  }

  raise(quality: ViewQuality): void {
    this.#quality = quality;
    if (this.view.get().phase === 'live') this.#tellQuality();
  }

  signal(data: unknown): void {
    this.#viewer?.signal(data);
  }

  async #attempt(): Promise<void> {
    this.#drop();
    this.view.set({ phase: 'opening', stream: null });
    // Created before it is asked for: the first signal may arrive before the acknowledgement.
    const viewer = this.#parts.createViewer(this.#parts.viewId, {
      send: (data) => {
        if (this.#viewer === viewer) this.#parts.send(data).catch((cause: unknown) => this.#log('signalling', cause));
      },
      onStream: (stream) => {
        if (this.#viewer === viewer) this.#live(stream);
      },
      onFailed: (cause) => {
        if (this.#viewer === viewer) this.#failed(cause);
      },
    });
    this.#viewer = viewer;
    this.#timer = setTimeout(() => this.#failed(new Error('no picture arrived in time')), OPENING_TIMEOUT_MS);
    try {
      await this.#parts.open();
    } catch (cause) {
      if (this.#viewer !== viewer) return;
      // Not connected: `camera.changed` will say when it is.
      if (cause instanceof Fault && cause.reason === 'not_found') this.close(false);
      else this.#failed(cause);
    }
  }

  #live(stream: MediaStream): void {
    this.#stopTimer();
    this.#failures = 0;
    this.view.set({ phase: 'live', stream });
    if (this.#quality.raised || this.#quality.sound) this.#tellQuality();
  }

  #failed(cause: unknown): void {
    this.#log('view', cause);
    this.#drop();
    this.view.set({ phase: 'retrying', stream: null });
    this.#timer = setTimeout(() => void this.#attempt(), backoffDelay(this.#failures++, this.#parts.random));
  }

  #tellQuality(): void {
    this.#parts.setQuality(this.#quality).catch((cause: unknown) => this.#log('raising', cause));
  }

  #drop(): void {
    this.#stopTimer();
    const viewer = this.#viewer;
    this.#viewer = null;
    viewer?.destroy();
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #log(what: string, cause: unknown): void {
    console.warn(`${this.#parts.camera} camera of ${this.#parts.attemptId}: ${what} failed`, cause);
  }
}
