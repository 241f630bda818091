import type { Camera } from '../../../shared/contract/views.ts';
import { backoffDelay } from '../../../shared/support/backoff.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { AT_FIRST, type ViewQuality } from '../../streaming/view-profile.ts';
import type { Viewer, ViewState, ViewStats } from '../../streaming/viewer.ts';
import { Watched } from '../watched.ts';
import { ABSENT, type LiveView } from './live-view.ts';

/** What the streaming side calls back; `frozen` may turn `live` again, `failed` is the end of that viewer. */
export interface ViewerEvents {
  send(data: unknown): void;
  onStream(stream: MediaStream): void;
  onState(state: ViewState): void;
}

export interface LiveCameraParts {
  viewId: string;
  attemptId: string;
  camera: Camera;
  createViewer: (viewId: string, events: ViewerEvents) => Viewer;
  /** The requests of the staff socket about views, with this camera's `viewId` already in them. */
  open: (peerId: string | null) => Promise<unknown>;
  setQuality: (quality: ViewQuality) => Promise<unknown>;
  send: (data: unknown) => Promise<unknown>;
  /** Whether this page may have one peer more, for this camera. */
  admit: (camera: LiveCamera) => boolean;
  clock: Clock;
  random: () => number;
}

/** A connection without a first frame for this long counts as a failure, in ms. */
const FIRST_FRAME_MS = 30_000;
/** A tile that leaves the screen may be back at once (a scroll, a turn of the page); only then is its picture slowed down. */
const AWAY_AFTER_MS = 1_000;

/** One camera of one place: one viewer, one id for ever; destroyed and recreated after each failure. */
export class LiveCamera {
  readonly view = new Watched<LiveView>(ABSENT);
  readonly #parts: LiveCameraParts;
  #viewer: Viewer | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #connected = false;
  #onScreen = false;
  #raised: ViewQuality | null = null;
  #awayTimer: ReturnType<typeof setTimeout> | undefined;
  #told = AT_FIRST;
  #failures = 0;
  /** Counts the viewers, so that what an earlier one still says is not heard. */
  #turn = 0;

  constructor(parts: LiveCameraParts) {
    this.#parts = parts;
  }

  /**
   * The camera is there (again). Pictures do not pass through the centre: where they still arrive the peer is kept, since
   * each new one is paid for at both ends and Chromium has only some hundreds of them.
   */
  open(): void {
    this.#failures = 0;
    this.#connected = true;
    const peerId = this.view.get().phase === 'live' ? (this.#viewer?.peerId() ?? null) : null;
    if (peerId === null) void this.#attempt();
    else this.#parts.open(peerId).catch((cause: unknown) => this.#log('keeping', cause));
  }

  /** The line between camera and centre broke. A picture that arrives all the same goes on, until it ends by itself. */
  went(): void {
    this.#connected = false;
    if (this.view.get().phase !== 'live') this.close();
  }

  /** The console no longer wants it, or there is nothing to be had. */
  close(): void {
    this.#drop();
    this.view.set(ABSENT);
  }

  /** Whether its tile can be seen: what nobody can see is sent slower. */
  show(onScreen: boolean): void {
    clearTimeout(this.#awayTimer);
    const settle = (): void => {
      this.#onScreen = onScreen;
      this.#want();
    };
    if (onScreen) settle();
    else this.#awayTimer = setTimeout(settle, AWAY_AFTER_MS);
  }

  /** Large for as long as `raised` is not null, with sound or without. */
  raise(raised: { sound: boolean } | null): void {
    this.#raised = raised && { grade: 'raised', ...raised };
    this.#want();
  }

  /** Somebody looks at it: it is not left out for others. */
  get wanted(): boolean {
    return this.#onScreen || this.#raised !== null;
  }

  get hasPeer(): boolean {
    return this.#viewer !== null;
  }

  /** Leaves its peer to a camera that somebody looks at. */
  yieldPeer(): void {
    this.#drop();
    this.view.set({ phase: 'over', stream: null });
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
    if (!this.#parts.admit(this)) {
      this.view.set({ phase: 'over', stream: null });
      return;
    }
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
      await this.#parts.open(null);
    } catch (cause) {
      if (this.#turn !== turn) return;
      // Not connected: `camera.changed` will say when it is.
      if (cause instanceof Fault && cause.reason === 'not_found') this.close();
      else this.#failed(cause);
    }
  }

  #take(stream: MediaStream): void {
    this.view.set({ ...this.view.get(), stream } as LiveView);
    this.#tellQuality();
  }

  #enter(state: ViewState): void {
    const { stream } = this.view.get();
    if (state === 'failed') this.#failed(new Error('the connection failed'));
    else if (state === 'frozen' && !this.#connected) this.close();
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
    if (!this.#connected) {
      this.close();
      return;
    }
    this.#drop();
    this.view.set({ phase: 'retrying', stream: null });
    this.#timer = setTimeout(() => void this.#attempt(), backoffDelay(this.#failures++, this.#parts.random));
  }

  #want(): void {
    if (this.wanted && this.view.get().phase === 'over') void this.#attempt();
    else this.#tellQuality();
  }

  /** Tells what is wanted now, when there is a picture and it is not so already. */
  #tellQuality(): void {
    const wanted: ViewQuality = this.#raised ?? { grade: this.#onScreen ? 'wall' : 'away', sound: false };
    if (!this.view.get().stream || (wanted.grade === this.#told.grade && wanted.sound === this.#told.sound)) return;
    this.#told = wanted;
    this.#parts.setQuality(wanted).catch((cause: unknown) => this.#log('raising', cause));
  }

  #drop(): void {
    this.#stopTimer();
    this.#turn += 1;
    this.#viewer?.close();
    this.#viewer = null;
    this.#told = AT_FIRST;
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #log(what: string, cause: unknown): void {
    console.warn(`${this.#parts.camera} camera of ${this.#parts.attemptId}: ${what} failed`, cause);
  }
}
