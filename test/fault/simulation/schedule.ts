import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import type { DeathPoint } from './exam-centre.ts';
import { ITEM_IDS } from './examination.ts';
import type { LineState } from './line.ts';
import type { DiskState } from './memory-disk.ts';

export const COMPUTERS = ['first', 'second'] as const;
export type ComputerId = (typeof COMPUTERS)[number];

/** One thing that happens in a schedule. One that cannot happen where it stands does nothing. */
export type Happening =
  | { kind: 'answer' | 'clear' | 'flag'; computer: ComputerId; itemId: string }
  | { kind: 'type'; computer: ComputerId; itemId: string; keys: number }
  | { kind: 'violation'; computer: ComputerId }
  | { kind: 'enter' | 'crash'; computer: ComputerId }
  | { kind: 'line'; computer: ComputerId; state: LineState }
  | { kind: 'throttle'; computer: ComputerId; bytesPerSecond: number }
  | { kind: 'repeat'; computer: ComputerId; count: number }
  | { kind: 'disk'; computer: ComputerId; state: DiskState }
  | { kind: 'tear'; computer: ComputerId; count: number; keepHeads: boolean }
  | { kind: 'flip'; computer: ComputerId }
  | { kind: 'wall_jump'; computer: ComputerId; ms: number }
  | { kind: 'sleep'; computer: ComputerId; ms: number }
  | { kind: 'centre_dies' | 'centre_starts' }
  | { kind: 'centre_dies_within'; point: DeathPoint }
  | { kind: 'hand_in'; computer: ComputerId }
  | { kind: 'time_runs_out' };

export type Step = Happening & {
  /** After the step before, ms. */
  after: number;
};

type Draw = () => number;
const pick = <Member>(members: readonly Member[], random: Draw): Member =>
  members[Math.floor(random() * members.length)] as Member;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** How often each is drawn, and with what. */
const DRAWN: [number, (computer: ComputerId, random: Draw) => Happening][] = [
  [34, (computer, random) => ({ kind: 'answer', computer, itemId: pick(ITEM_IDS, random) })],
  [4, (computer, random) => ({ kind: 'clear', computer, itemId: pick(ITEM_IDS, random) })],
  [6, (computer, random) => ({ kind: 'flag', computer, itemId: pick(ITEM_IDS, random) })],
  [
    5,
    (computer, random) => ({
      ...{ kind: 'type', computer, itemId: pick(ITEM_IDS, random) },
      keys: 2 + Math.floor(random() * 8),
    }),
  ],
  [3, (computer) => ({ kind: 'violation', computer })],
  [6, (computer) => ({ kind: 'enter', computer })],
  [3, (computer) => ({ kind: 'crash', computer })],
  [7, (computer, random) => ({ kind: 'line', computer, state: pick(['down', 'silent', 'stalled'], random) })],
  [7, (computer) => ({ kind: 'line', computer, state: 'open' })],
  [1, (computer, random) => ({ kind: 'throttle', computer, bytesPerSecond: pick([2_500, 20_000, 1e9], random) })],
  [2, (computer, random) => ({ kind: 'repeat', computer, count: 1 + Math.floor(random() * 3) })],
  [2, (computer, random) => ({ kind: 'disk', computer, state: pick(['full', 'failing', 'unreadable'], random) })],
  [3, (computer) => ({ kind: 'disk', computer, state: 'good' })],
  [
    1,
    (computer, random) => ({
      ...{ kind: 'tear', computer },
      ...{ count: 1 + Math.floor(random() * 5), keepHeads: random() < 0.5 },
    }),
  ],
  [1, (computer) => ({ kind: 'flip', computer })],
  [2, (computer, random) => ({ kind: 'wall_jump', computer, ms: pick([-HOUR_MS, HOUR_MS], random) })],
  [1, (computer, random) => ({ kind: 'sleep', computer, ms: pick([2_000, MINUTE_MS, 10 * MINUTE_MS], random) })],
  [2, () => ({ kind: 'centre_dies' })],
  [
    3,
    (_, random) => ({
      kind: 'centre_dies_within',
      point: random() < 0.3 ? 'after_commit' : { afterQueries: Math.floor(random() * 20) },
    }),
  ],
  [5, () => ({ kind: 'centre_starts' })],
];
const ALL_WEIGHTS = DRAWN.reduce((sum, [weight]) => sum + weight, 0);

function drawHappening(random: Draw, secondShare: number): Happening {
  const computer = random() < secondShare ? 'second' : 'first';
  let left = random() * ALL_WEIGHTS;
  for (const [weight, make] of DRAWN) {
    left -= weight;
    if (left < 0) return make(computer, random);
  }
  return { kind: 'centre_starts' };
}

/** Most things follow at once, some after a while: what overlaps is what breaks. */
const drawPause = (random: Draw): number => {
  const kind = random();
  if (kind < 0.4) return random() * 50;
  if (kind < 0.9) return random() * 3_000;
  return random() * 30_000;
};

/** The schedule of a seed: always the same. */
export function drawSchedule(seed: number): Step[] {
  const random = seededRandom(`schedule ${seed}`);
  const length = 8 + Math.floor(random() * 48);
  const secondShare = random() < 0.5 ? 0 : random() * 0.5;
  const steps: Step[] = [
    { kind: 'enter', computer: 'first', after: random() * 1_000 },
    { kind: 'violation', computer: 'first', after: random() * 4_000 },
  ];
  while (steps.length < length) steps.push({ ...drawHappening(random, secondShare), after: drawPause(random) });
  const end = random();
  if (end < 0.3) steps.splice(Math.floor(random() * length) + 1, 0, { kind: 'time_runs_out', after: 0 });
  else if (end < 0.6) steps.push({ kind: 'hand_in', computer: pick(COMPUTERS, random), after: drawPause(random) });
  return steps;
}
