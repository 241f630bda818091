/** How often what is looked at; null: not at all. */
export interface WatchPace {
  lookMs: number;
  identifyMs: number | null;
}

/**
 * From all to least. What is given up, and in which order: first how often the face is looked at, then how often it is compared,
 * then comparing it, and at last looks become so rare that short absences go unseen. Sound and devices cost next to nothing.
 */
export const PACES: readonly WatchPace[] = [
  { lookMs: 400, identifyMs: 18_000 },
  { lookMs: 800, identifyMs: 18_000 },
  { lookMs: 1_500, identifyMs: 40_000 },
  { lookMs: 2_500, identifyMs: null },
  { lookMs: 4_000, identifyMs: null },
];

/** Of a core. The budget is a quarter; recording and page must fit beside it. */
const MOST = 0.2;
/** Only well below the limit is more looked at again, so that the pace does not swing. */
const COMFORTABLE = 0.12;
const CALM_MS = 30_000;
/** A single slow look is chance. */
const SMOOTHING = 0.2;

export interface PaceState {
  /** Index into `PACES`. */
  pace: number;
  /** Smoothed cost of one look and of one comparison, ms. */
  lookCost: number;
  identifyCost: number;
  changedAt: number;
}

export const startPace = (at: number): PaceState => ({ pace: 0, lookCost: 0, identifyCost: 0, changedAt: at });

/** The share of a core that a pace would take. */
export function shareOf({ lookMs, identifyMs }: WatchPace, { lookCost, identifyCost }: PaceState): number {
  return lookCost / lookMs + (identifyMs === null ? 0 : identifyCost / identifyMs);
}

/** The state after a look that took so long. The first looks, which pay for starting the models, are not to be told. */
export function nextPace(state: PaceState, look: { tookMs: number; identified: boolean; at: number }): PaceState {
  const { tookMs, identified, at } = look;
  const smooth = (known: number, now: number): number => (known === 0 ? now : known + SMOOTHING * (now - known));
  const measured: PaceState = identified
    ? { ...state, identifyCost: smooth(state.identifyCost, Math.max(0, tookMs - state.lookCost)) }
    : { ...state, lookCost: smooth(state.lookCost, tookMs) };
  const share = (pace: number): number => shareOf(PACES[pace] ?? { lookMs: 1, identifyMs: null }, measured);
  const { pace, changedAt } = state;
  if (share(pace) > MOST && pace < PACES.length - 1) return { ...measured, pace: pace + 1, changedAt: at };
  if (pace > 0 && at - changedAt >= CALM_MS && share(pace - 1) < COMFORTABLE)
    return { ...measured, pace: pace - 1, changedAt: at };
  return measured;
}
