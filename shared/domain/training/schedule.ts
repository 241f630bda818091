import { seededRandom, shuffled } from '../seeded-random.ts';
import { HARMLESS, type Harmless, INCIDENTS, type Scene } from './scene.ts';

export const RUN_KINDS = ['practice', 'test'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** How large a run is. Never more scenes than places, so that there is always a place for one more. */
export interface RunShape {
  places: number;
  lengthMs: number;
  incidents: number;
  harmless: number;
  questions: number;
}

export const RUN_SHAPES: Readonly<Record<RunKind, RunShape>> = {
  practice: { places: 12, lengthMs: 150_000, incidents: 7, harmless: 5, questions: 5 },
  test: { places: 20, lengthMs: 300_000, incidents: 12, harmless: 8, questions: 10 },
};

/** `from`, `until`: ms since the run began. `place`: from 0. */
export interface ScheduledScene {
  place: number;
  scene: Scene;
  from: number;
  until: number;
}

/** Nothing happens before a proctor has looked around. */
const QUIET_MS = 8_000;
/** An incident lasts up to so much longer than the time there is for it. */
const LINGER_MS = 10_000;
/** Between two scenes of one place, so that no note about the one is taken for a note about the other. */
const APART_MS = 12_000;
const HARMLESS_MS: Readonly<Record<Harmless, readonly [number, number]>> = {
  glance: [2_000, 3_000],
  stretch: [4_000, 6_000],
  chin_on_hand: [8_000, 20_000],
  lean_close: [5_000, 10_000],
};

const isApart = (one: ScheduledScene, other: Omit<ScheduledScene, 'place'>): boolean =>
  one.until + APART_MS <= other.from || other.until + APART_MS <= one.from;

/** So many of these in an order by chance, each as often as any other, give or take one. */
function drawn<Kind>(kinds: readonly Kind[], count: number, random: () => number): Kind[] {
  const rounds: Kind[] = [];
  while (rounds.length < count) rounds.push(...shuffled(kinds, random));
  return shuffled(rounds.slice(0, count), random);
}

/**
 * What happens where and when in a run: the same for the same seed for ever, so that a score can be computed again. Incidents
 * begin one after another, each within its own stretch of the run, and last at least the `reactMs` that there are for it.
 */
export function planScenes(seed: string, shape: RunShape, reactMs: number): ScheduledScene[] {
  const random = seededRandom(seed);
  const plan: ScheduledScene[] = [];
  const put = (scene: Omit<ScheduledScene, 'place'>): void => {
    const places = shuffled(
      Array.from({ length: shape.places }, (_, place) => place),
      random,
    );
    const place = places.find((each) => plan.every((other) => other.place !== each || isApart(other, scene)));
    if (place === undefined) throw new RangeError('there are more scenes than places');
    plan.push({ ...scene, place });
  };
  const stretch = (shape.lengthMs - QUIET_MS - reactMs) / shape.incidents;
  for (const [index, scene] of drawn(INCIDENTS, shape.incidents, random).entries()) {
    const from = Math.round(QUIET_MS + (index + random() * 0.8) * stretch);
    const until = Math.min(shape.lengthMs, Math.round(from + reactMs + random() * LINGER_MS));
    put({ scene, from, until });
  }
  for (const scene of drawn(HARMLESS, shape.harmless, random)) {
    const [least, most] = HARMLESS_MS[scene];
    const length = least + random() * (most - least);
    const from = Math.round(QUIET_MS + random() * (shape.lengthMs - QUIET_MS - length));
    put({ scene, from, until: Math.round(from + length) });
  }
  return plan.sort((left, right) => left.from - right.from || left.place - right.place);
}
