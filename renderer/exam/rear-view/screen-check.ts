import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { type ScreenSights, seesScreen } from '../../../shared/domain/lit-screen.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable } from '../observable.ts';

export interface ScreenCheckState {
  /** What the whole screen has to show now, and how many pictures of the phone are still to come; null while it is not tried. */
  shows: { tone: 'black' | 'white'; left: number } | null;
  /** What came of the last try; `no_picture`: the phone sent none in time. */
  result: 'seen' | 'not_seen' | 'no_picture' | null;
}

export interface ScreenCheck extends Observable<ScreenCheckState> {
  begin(): void;
  /** Ends it with nothing said. */
  stop(): void;
}

interface Parts {
  http: HttpClient;
  /** Server clock: a picture's time is told in it. */
  now(): number;
  luma(jpeg: string): Promise<number[]>;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

const PICTURES = 4;
const LOOK_EVERY_MS = 500;
/** A screen is painted, and a camera has found its exposure, by then. */
const SETTLED_MS = 800;
/** A phone sends one in five seconds, a slow line in a minute: nobody waits for that before a black screen. */
const PATIENCE_MS = 20_000;
const NOTHING: ScreenCheckState = { shows: null, result: null };

/** Makes the screen black, white, black and white, a picture of the phone each, and looks whether the phone saw it (CAM-3). */
export function createScreenCheck({ http, now, luma, schedule, log }: Parts): ScreenCheck {
  const state = createObservable(NOTHING);
  let sights: number[][] = [];
  let shownAt = 0;
  let cancel = (): void => undefined;

  const show = (): void => {
    shownAt = now();
    const tone = sights.length % 2 === 0 ? 'black' : 'white';
    state.set({ shows: { tone, left: PICTURES - sights.length }, result: null });
  };
  async function look(of: number[][]): Promise<void> {
    const { takenAt, jpeg } = await http('rearStill', {});
    if (takenAt < shownAt + SETTLED_MS) return;
    const sight = await luma(jpeg);
    // Ended meanwhile, or begun anew.
    if (of !== sights) return;
    sights.push(sight);
    if (sights.length < PICTURES) show();
    else state.set({ shows: null, result: seesScreen(sights as unknown as ScreenSights) ? 'seen' : 'not_seen' });
  }
  function again(of: number[][]): void {
    const turn = (): void => {
      look(of)
        .catch((cause: unknown) => {
          if (!(cause instanceof Fault && cause.reason === 'not_found')) log('warn', `screen check: ${String(cause)}`);
        })
        .finally(() => {
          if (of !== sights || !state.state.shows) return;
          if (now() - shownAt > PATIENCE_MS) state.set({ shows: null, result: 'no_picture' });
          else again(of);
        });
    };
    cancel = schedule(turn, LOOK_EVERY_MS);
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    begin() {
      cancel();
      sights = [];
      show();
      again(sights);
    },
    stop() {
      cancel();
      sights = [];
      state.set(NOTHING);
    },
  };
}
