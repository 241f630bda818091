import type { CameraFact } from './camera-fact.ts';
import { coveredMs, type Stretch, united } from './covered-seconds.ts';

/** No fact explains why nothing is there. A person has to look. */
export const UNEXPLAINED = 'unexplained';
/** Its device is connected and may still bring it. */
export const AWAITED = 'awaited';
/** The device of this camera has not been seen yet. */
export const NOT_CONNECTED = 'not_connected';

/** A recording of 10 s is under way for a while before it is here. */
const AWAITED_MS = 60_000;
/** A second is what the greater part of it is. */
const HALF_MS = 500;

/** Whole seconds of one camera that are the same; `cause` says why they are missing and is null otherwise. */
export interface LedgerSpan {
  from: number;
  seconds: number;
  state: 'recorded' | 'still' | 'live' | 'missing';
  cause: string | null;
}

export interface LedgerTotals {
  owed: number;
  recorded: number;
  still: number;
  live: number;
  missing: number;
  /** Missing seconds by cause. */
  causes: Record<string, number>;
}

type About<Kind extends CameraFact['kind']> = Extract<CameraFact, { kind: Kind }>;
const of = <Kind extends CameraFact['kind']>(facts: readonly CameraFact[], kind: Kind): About<Kind>[] =>
  facts.filter((fact): fact is About<Kind> => fact.kind === kind);
const stretchOf = ({ from, durationMs }: { from: number; durationMs: number }): Stretch => ({
  from,
  until: from + durationMs,
});

/** When the device of this camera was away, by cause: before it first came, and between going and coming. */
function absences(facts: readonly CameraFact[]): [string, Stretch][] {
  // At the same moment the going comes first: whoever is there now was seen.
  const rank = (move: About<'came'> | About<'went'>) => (move.kind === 'went' ? `0 ${move.cause}` : '1');
  const moves = [...of(facts, 'came'), ...of(facts, 'went')].sort(
    (left, right) => left.at - right.at || (rank(left) < rank(right) ? -1 : 1),
  );
  const away: [string, Stretch][] = [];
  let cause: string | null = NOT_CONNECTED;
  let from = Number.NEGATIVE_INFINITY;
  for (const move of moves) {
    if (cause !== null) away.push([cause, { from, until: move.at }]);
    // Two goings without a coming between them: the first says why it is away.
    if (move.kind === 'came') cause = null;
    else if (cause === null || cause === NOT_CONNECTED) cause = move.cause;
    from = move.at;
  }
  if (cause !== null) away.push([cause, { from, until: Number.POSITIVE_INFINITY }]);
  return away;
}

function byCause(
  pairs: readonly (readonly [string, Stretch])[],
  first: number,
  count: number,
): [string, Float64Array][] {
  const stretches = new Map<string, Stretch[]>();
  for (const [cause, stretch] of pairs) stretches.set(cause, [...(stretches.get(cause) ?? []), stretch]);
  return [...stretches]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([cause, all]) => [cause, coveredMs(all, first, count)]);
}

/** The cause that covers most of a second, the first by name among equals; null when none touches it. */
function greatest(causes: readonly [string, Float64Array][], index: number): string | null {
  let found: { cause: string; ms: number } | null = null;
  for (const [cause, covered] of causes) {
    const ms = covered[index] ?? 0;
    if (ms > (found?.ms ?? 0)) found = { cause, ms };
  }
  return found?.cause ?? null;
}

function spansOfRange(facts: readonly CameraFact[], first: number, count: number, now: number): LedgerSpan[] {
  const recordings = of(facts, 'recorded').map(stretchOf);
  const recorded = coveredMs(recordings, first, count);
  const stored = [...recordings, ...of(facts, 'still').map(stretchOf)];
  const pictured = coveredMs(stored, first, count);
  const seen = coveredMs([...stored, ...of(facts, 'live').map(stretchOf)], first, count);
  const gaps = byCause(
    of(facts, 'gap').map((gap) => [gap.cause, stretchOf(gap)] as const),
    first,
    count,
  );
  const away = byCause(absences(facts), first, count);
  const spans: LedgerSpan[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = (first + index) * 1_000;
    const half = (covered: Float64Array): boolean => (covered[index] ?? 0) >= HALF_MS;
    const state = half(recorded) ? 'recorded' : half(pictured) ? 'still' : half(seen) ? 'live' : 'missing';
    // What its own device says is nearer to the truth than what the exam centre saw of the device.
    const silent = from + 1_000 > now - AWAITED_MS ? AWAITED : UNEXPLAINED;
    const cause = state === 'missing' ? (greatest(gaps, index) ?? greatest(away, index) ?? silent) : null;
    const last = spans.at(-1);
    if (last && last.state === state && last.cause === cause) last.seconds += 1;
    else spans.push({ from, seconds: 1, state, cause });
  }
  return spans;
}

/**
 * The ledger of one camera (CAM-1): every whole second that it owed, once, as what it is. A second is `recorded` when at least
 * half of it is recorded, else `still` when stored pictures vouch for at least half, else `live` when at least half of it is
 * stored or was seen to move, else `missing` with a cause. The
 * same facts give the same ledger in whatever order and however often they came.
 */
export function cameraLedger(facts: readonly CameraFact[], owed: readonly Stretch[], now: number): LedgerSpan[] {
  const seconds = owed.map(({ from, until }) => ({
    from: Math.ceil(from / 1_000),
    until: Math.floor(Math.min(until, now) / 1_000),
  }));
  return united(seconds).flatMap(({ from, until }) => spansOfRange(facts, from, until - from, now));
}

export function ledgerTotals(spans: readonly LedgerSpan[]): LedgerTotals {
  const totals: LedgerTotals = { owed: 0, recorded: 0, still: 0, live: 0, missing: 0, causes: {} };
  for (const { seconds, state, cause } of spans) {
    totals.owed += seconds;
    totals[state] += seconds;
    if (cause !== null) totals.causes[cause] = (totals.causes[cause] ?? 0) + seconds;
  }
  return totals;
}
