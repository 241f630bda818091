import type { Observation } from '../../../shared/domain/violations/judge.ts';
import type { WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { WatchState } from './exam-watch.ts';

/** What a person in the room would say aloud. What is only evidence is not shown. */
export const HINTS = ['uncover_camera', 'more_light', 'sit_in_picture', 'uncover_face'] as const;
export type WatchHint = (typeof HINTS)[number];

const SEEN_WITH: Record<WatchHint, readonly WatchedKind[]> = {
  uncover_camera: ['camera_blocked'],
  more_light: ['poor_light'],
  sit_in_picture: ['face_partly_out', 'no_face'],
  uncover_face: ['face_covered'],
};

/** A moment's movement is nobody's business. */
const AFTER_MS = 5_000;
/** Long enough to be read by somebody who looks up. */
const SHOWN_MS = 8_000;
/** The same is not said again for so long, nor anything else right after. */
const SAME_AGAIN_MS = 180_000;
const ANY_AGAIN_MS = 45_000;

export interface HintState {
  hint: WatchHint | null;
  shownAt: number;
  /** Since when what a hint is about has been seen without a pause. */
  since: Partial<Record<WatchHint, number>>;
  saidAt: Partial<Record<WatchHint, number>>;
}

export const NO_HINT: HintState = { hint: null, shownAt: Number.NEGATIVE_INFINITY, since: {}, saidAt: {} };

/** What to show after one look more. */
export function nextHint(state: HintState, seen: Observation['seen'], at: number): HintState {
  const since: HintState['since'] = {};
  for (const hint of HINTS) if (SEEN_WITH[hint].some((kind) => seen[kind])) since[hint] = state.since[hint] ?? at;
  const { hint, shownAt, saidAt } = state;
  if (hint) {
    const over = since[hint] === undefined && at - shownAt >= SHOWN_MS;
    return { ...state, since, hint: over ? null : hint };
  }
  const lastSaid = Math.max(Number.NEGATIVE_INFINITY, ...Object.values(saidAt));
  const next = HINTS.find(
    (each) =>
      at - (since[each] ?? at) >= AFTER_MS &&
      at - lastSaid >= ANY_AGAIN_MS &&
      at - (saidAt[each] ?? Number.NEGATIVE_INFINITY) >= SAME_AGAIN_MS,
  );
  if (!next) return { ...state, since };
  return { hint: next, shownAt: at, since, saidAt: { ...saidAt, [next]: at } };
}

/** Follows the watch; null where nothing is to be said. */
export function createWatchHints(watch: Observable<WatchState>, elapsed: () => number): Observable<WatchHint | null> {
  const shown = createObservable<WatchHint | null>(null);
  let state = NO_HINT;
  let { seen } = watch.state;
  watch.subscribe(() => {
    if (watch.state.seen === seen) return;
    ({ seen } = watch.state);
    state = watch.state.undone === null ? NO_HINT : nextHint(state, seen, elapsed());
    shown.set(state.hint);
  });
  return shown;
}
