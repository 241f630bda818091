import type { CameraLedger } from '../../../shared/contract/camera-ledger.ts';
import type { AttemptEvent, Segment } from '../../../shared/contract/views.ts';
import { clearances } from '../../../shared/domain/clearance.ts';
import { beganAt } from '../events/before-event.ts';
import { classOfEvent } from '../events/class-of-event.ts';

/** What a lane draws: a moment, or a stretch of time. On the server's clock. */
export interface Mark {
  from: number;
  until: number;
}
export interface Flag extends Mark {
  event: AttemptEvent;
}

export const LANES = ['flags', 'answers', 'network', 'focus', 'front', 'rear'] as const;
export type Lane = (typeof LANES)[number];

export interface Review {
  from: number;
  until: number;
  lanes: Record<Lane, readonly Mark[]>;
  /** What counts as a violation and was not cleared, in the order in which it began. */
  flags: readonly Flag[];
}

interface Material {
  segments: readonly Segment[];
  events: readonly AttemptEvent[];
  ledger: readonly CameraLedger[];
  answeredAt: readonly number[];
}

const FOCUS: ReadonlySet<string> = new Set(['app_switch', 'popup', 'left_shell', 'lock_lost', 'computer_slept']);
/** Answers closer to each other than this are one stretch of writing. */
const WRITING_MS = 5_000;

const moment = (at: number, lengthMs = 0): Mark => ({ from: at, until: at + lengthMs });

const lasted = (event: AttemptEvent): Mark => ({ from: beganAt(event), until: event.at });

/** From each going to the next coming; one that never came back lasts until the end. */
function offline(events: readonly AttemptEvent[], until: number): Mark[] {
  const stretches: Mark[] = [];
  let since: number | null = null;
  for (const { kind, at } of events) {
    if (kind === 'offline') since ??= at;
    if (kind !== 'online' || since === null) continue;
    stretches.push({ from: since, until: at });
    since = null;
  }
  return since === null ? stretches : [...stretches, { from: since, until }];
}

function written(answeredAt: readonly number[]): Mark[] {
  const stretches: Mark[] = [];
  for (const at of answeredAt) {
    const last = stretches.at(-1);
    if (last && at - last.until <= WRITING_MS) last.until = at;
    else stretches.push(moment(at));
  }
  return stretches;
}

const missing = (ledger: readonly CameraLedger[], camera: 'front' | 'rear'): Mark[] =>
  ledger
    .filter((each) => each.camera === camera)
    .flatMap(({ spans }) => spans)
    .filter(({ state }) => state === 'missing')
    .map(({ from, seconds }) => moment(from, seconds * 1_000));

/** An attempt as lanes over its time; null while nothing of it has a time. */
export function reviewOf({ segments, events, ledger, answeredAt }: Material): Review | null {
  const ordered = [...events].sort((left, right) => left.at - right.at);
  const spans = ledger.flatMap((each) => each.spans);
  const starts = [...segments.map(({ startedAt }) => startedAt), ...spans.map(({ from }) => from)];
  const ends = [
    ...segments.map(({ startedAt, durationMs }) => startedAt + durationMs),
    ...spans.map(({ from, seconds }) => from + seconds * 1_000),
  ];
  const bounds = starts.length > 0 ? [...starts, ...ends] : ordered.map(({ at }) => at);
  if (bounds.length === 0) return null;
  const from = bounds.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const until = Math.max(
    from + 1_000,
    bounds.reduce((most, at) => Math.max(most, at), 0),
  );
  const cleared = clearances(events);
  const flags = ordered
    .filter((event) => classOfEvent(event) === 'reported' && !cleared.has(event.id))
    .map((event) => ({ ...lasted(event), event }))
    .sort((left, right) => left.from - right.from);
  const lanes = {
    flags,
    answers: written(answeredAt),
    network: offline(ordered, until),
    focus: ordered.filter(({ kind }) => FOCUS.has(kind)).map(lasted),
    front: missing(ledger, 'front'),
    rear: missing(ledger, 'rear'),
  };
  return { from, until, lanes, flags };
}

/** A flag is gone to a little before it begins; one nearer than this is where one is. */
export const LEAD_MS = 3_000;

export const nextFlag = (flags: readonly Flag[], at: number): Flag | null =>
  flags.find(({ from }) => from > at + LEAD_MS + 500) ?? null;

export const previousFlag = (flags: readonly Flag[], at: number): Flag | null =>
  flags.filter(({ from }) => from < at + LEAD_MS - 500).at(-1) ?? null;

/** The marks of a lane as one path, 1,000 wide and 10 high: hundreds of elements would make every frame dear. */
export function lanePath(marks: readonly Mark[], { from, until }: Mark): string {
  const scale = 1_000 / (until - from);
  return marks
    .map((mark) => {
      const x = (mark.from - from) * scale;
      const width = Math.max(0.8, (mark.until - mark.from) * scale);
      return `M${x.toFixed(2)} 0h${width.toFixed(2)}v10h-${width.toFixed(2)}z`;
    })
    .join('');
}
