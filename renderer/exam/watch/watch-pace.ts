/** How often what is looked at; null: not at all. */
export interface WatchPace {
  lookMs: number;
  identifyMs: number | null;
  /** How often things are looked for in the computer's own picture. */
  thingsMs: number | null;
  /** How often persons and things are looked for in the phone's picture. */
  phoneMs: number | null;
  /** Whether the room's sound is listened to for speech; how loud it is costs nothing. */
  speech: boolean;
}

/**
 * From all to least. What is given up, and in which order: first how often the face is looked at, then how often it is compared,
 * things are looked for and the phone's picture is looked at, then comparing it, then things and the phone's picture, while looks become
 * so rare that short absences go unseen, and at last listening for speech, which costs least. Devices cost next to nothing.
 */
export const PACES: readonly WatchPace[] = [
  { lookMs: 400, identifyMs: 18_000, thingsMs: 4_000, phoneMs: 10_000, speech: true },
  { lookMs: 800, identifyMs: 18_000, thingsMs: 4_000, phoneMs: 10_000, speech: true },
  { lookMs: 1_500, identifyMs: 40_000, thingsMs: 10_000, phoneMs: 20_000, speech: true },
  { lookMs: 2_500, identifyMs: null, thingsMs: 12_000, phoneMs: 20_000, speech: true },
  { lookMs: 4_000, identifyMs: null, thingsMs: null, phoneMs: null, speech: true },
  { lookMs: 4_000, identifyMs: null, thingsMs: null, phoneMs: null, speech: false },
];

/** Of a core. The budget is a quarter; recording and page must fit beside it. */
const MOST = 0.2;
/** Only well below the limit is more looked at again, so that the pace does not swing. */
const COMFORTABLE = 0.17;
const CALM_MS = 30_000;
/** A single slow look is chance. */
const SMOOTHING = 0.2;

export interface PaceState {
  /** Index into `PACES`. */
  pace: number;
  /** Smoothed cost of one look, of one comparison, of one look for things, of one at the phone's picture and of listening to a second of sound, ms. */
  lookCost: number;
  identifyCost: number;
  thingsCost: number;
  phoneCost: number;
  soundCost: number;
  changedAt: number;
}

export const startPace = (at: number): PaceState => ({
  ...{ pace: 0, lookCost: 0, identifyCost: 0, thingsCost: 0, phoneCost: 0, soundCost: 0 },
  changedAt: at,
});

/** The share of a core that a pace would take. */
export function shareOf(pace: WatchPace, measured: PaceState): number {
  const { lookCost, identifyCost, thingsCost, phoneCost, soundCost } = measured;
  const every = (cost: number, ms: number | null): number => (ms === null ? 0 : cost / ms);
  return (
    every(lookCost, pace.lookMs) +
    every(identifyCost, pace.identifyMs) +
    every(thingsCost, pace.thingsMs) +
    every(phoneCost, pace.phoneMs) +
    every(soundCost, pace.speech ? 1_000 : null)
  );
}

const smooth = (known: number, now: number): number => (known === 0 ? now : known + SMOOTHING * (now - known));

/** As much as fits what it was measured to cost. */
function fitting(measured: PaceState, at: number): PaceState {
  const share = (pace: number): number =>
    shareOf(PACES[pace] ?? { lookMs: 1, identifyMs: null, thingsMs: null, phoneMs: null, speech: false }, measured);
  const { pace, changedAt } = measured;
  if (share(pace) > MOST && pace < PACES.length - 1) return { ...measured, pace: pace + 1, changedAt: at };
  if (pace > 0 && at - changedAt >= CALM_MS && share(pace - 1) < COMFORTABLE)
    return { ...measured, pace: pace - 1, changedAt: at };
  return measured;
}

/** What is done beside the looks at the face: for things, at the phone's picture, and listening to a second of sound. */
type Beside = 'thingsCost' | 'phoneCost' | 'soundCost';

/** The state after something else that took so long. */
export const paceAfter = (state: PaceState, cost: Beside, { tookMs, at }: { tookMs: number; at: number }): PaceState =>
  fitting({ ...state, [cost]: smooth(state[cost], tookMs) }, at);

/** The state after a look that took so long. The first looks, which pay for starting the models, are not to be told. */
export function nextPace(state: PaceState, look: { tookMs: number; identified: boolean; at: number }): PaceState {
  const { tookMs, identified, at } = look;
  const measured: PaceState = identified
    ? { ...state, identifyCost: smooth(state.identifyCost, Math.max(0, tookMs - state.lookCost)) }
    : { ...state, lookCost: smooth(state.lookCost, tookMs) };
  return fitting(measured, at);
}
