import type { Camera } from '../../../shared/contract/views.ts';
import { backoffDelay } from '../../../shared/support/backoff.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Viewer, ViewState, ViewStats } from '../../streaming/viewer.ts';
import { Watched } from '../watched.ts';
import { ABSENT, type LiveView } from './live-view.ts';

/** What the streaming side calls back; `frozen` may turn `live` again, `failed` is the end of that viewer. */
export interface ViewerEvents {
  send(data: unknown): void;
  onStream(stream: MediaStream): void;
  onState(state: ViewState): void;
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
  clock: Clock;
  random: () => number;
}

/** A connection without a first frame for this long counts as a failure, in ms. */
const FIRST_FRAME_MS = 30_000;
const SMALL: ViewQuality = { raised: false, sound: false };

/** One camera of one place: one viewer, one id for ever; destroyed and recreated after each failure. */
export class LiveCamera {
  readonly view = new Watched<LiveView>(ABSENT);
  readonly #parts: LiveCameraParts;
  #viewer: Viewer | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #quality = SMALL;
  #failures = 0;
  /** Counts the viewers, so that what an earlier one still says is not heard. */
  #turn = 0;

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
    if (this.view.get().stream) this.#tellQuality();
  }

  signal(data: unknown): void {
    this.#viewer?.signal(data);
  }

  /** Figures of the picture now; null without a viewer. */
  async stats(): Promise<ViewStats | null> {
    return (await this.#viewer?.stats()) ?? null;
  }

  async #attempt(): Promise<void> {
    this.#drop();
    this.view.set({ phase: 'opening', stream: null });
    const turn = this.#turn;
    // Created before it is asked for: the first signal may arrive before the acknowledgement.
    this.#viewer = this.#parts.createViewer(this.#parts.viewId, {
      send: (data) => {
        if (this.#turn === turn) this.#parts.send(data).catch((cause: unknown) => this.#log('signalling', cause));
      },
      onStream: (stream) => {
        if (this.#turn === turn) this.#take(stream);
      },
      onState: (state) => {
        if (this.#turn === turn) this.#enter(state);
      },
    });
    this.#timer = setTimeout(() => this.#failed(new Error('no picture arrived in time')), FIRST_FRAME_MS);
    try {
      await this.#parts.open();
    } catch (cause) {
      if (this.#turn !== turn) return;
      // Not connected: `camera.changed` will say when it is.
      if (cause instanceof Fault && cause.reason === 'not_found') this.close(false);
      else this.#failed(cause);
    }
  }

  #take(stream: MediaStream): void {
    this.view.set({ ...this.view.get(), stream } as LiveView);
    if (this.#quality.raised || this.#quality.sound) this.#tellQuality();
  }

  #enter(state: ViewState): void {
    const { stream } = this.view.get();
    if (state === 'failed') this.#failed(new Error('the connection failed'));
    else if (state === 'frozen') this.view.set({ phase: 'frozen', stream, since: this.#parts.clock.now() });
    else if (state === 'connecting') this.view.set({ phase: 'opening', stream });
    else {
      this.#stopTimer();
      this.#failures = 0;
      this.view.set({ phase: 'live', stream });
    }
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
    this.#turn += 1;
    this.#viewer?.close();
    this.#viewer = null;
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #log(what: string, cause: unknown): void {
    console.warn(`${this.#parts.camera} camera of ${this.#parts.attemptId}: ${what} failed`, cause);
  }
}
