import { findingClass } from '../../shared/domain/finding-class.ts';
import { VIOLATION_KINDS, type ViolationKind } from '../../shared/domain/violation.ts';
import { columns } from '../rehearsal/figures.ts';
import type { AttackedExam } from './attacked-exam.ts';
import type { Way } from './way.ts';

/** What came of one way to leave. */
export interface Outcome {
  area: Way['area'];
  name: string;
  /** What stood a second later that should not have, in words; null: nothing. */
  left: string | null;
  /** What the proctor was told, and how long after the attempt; null: nothing within the time. */
  told: string | null;
  toldAfterMs: number | null;
  /** The window stands as before once the attempt is over. */
  recovered: boolean;
}

/** The promise: prevented, or told to the proctor within this time. */
export const WITHIN_MS = 1000;
/** Told later it is still worth knowing how much later. */
const LISTEN_MS = 3000;
const RECOVER_MS = 8000;
const LOOK_EVERY_MS = 50;

/** A page that is held up by what was tried answers no more. */
const PATIENCE_MS = 12_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const VIOLATIONS: ReadonlySet<string> = new Set(VIOLATION_KINDS);

const withinPatience = <Value>(work: Promise<Value>): Promise<Value> =>
  Promise.race([
    work,
    wait(PATIENCE_MS).then(() => {
      throw new Error('no answer any more');
    }),
  ]);

/** Looks until it is so, for as long as is given. */
async function until(isSo: () => Promise<boolean>, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) return false;
    await wait(LOOK_EVERY_MS);
  }
  return true;
}

/** The first thing that the proctor is told after `since`, that is about the lock or the candidate's absence. */
function firstTold({ events }: AttackedExam, since: number): { told: string; afterMs: number } | null {
  const found = events.find(({ at, event }) => at >= since && (VIOLATIONS.has(event.kind) || event.kind === 'offline'));
  if (!found) return null;
  const { kind, detail } = found.event;
  const sort = VIOLATIONS.has(kind) ? findingClass(kind as ViolationKind, detail) : 'reported';
  const about = detail.key ?? detail.measure ?? detail.title ?? detail.attempted ?? '';
  return { told: `${sort}: ${kind}${about ? ` (${about})` : ''}`, afterMs: Math.round(found.at - since) };
}

/**
 * Tries one way and looks a second later at what came of it. The clock of the report begins with the attempt, for one that
 * takes its time (a program that is stopped) with its end.
 */
export async function tryWay(exam: AttackedExam, way: Way, timedFrom: 'start' | 'end' = 'start'): Promise<Outcome> {
  let since = performance.now();
  const effect = await withinPatience(way.attack(exam)).catch(
    (cause: Error) => async () => `could not be tried: ${cause.message.split('\n')[0]}`,
  );
  if (timedFrom === 'end') since = performance.now();
  await wait(Math.max(0, WITHIN_MS - (performance.now() - since)));
  const looked = withinPatience(
    exam.stance(true).then(async ({ left: stands }) => stands ?? (await effect?.()) ?? null),
  );
  const left = await looked.catch((cause: Error) => cause.message);
  await until(async () => firstTold(exam, since) !== null, left === null ? 0 : LISTEN_MS);
  const seen = firstTold(exam, since);
  await withinPatience(Promise.resolve(way.after?.(exam))).catch(() => undefined);
  const stands = () =>
    withinPatience(exam.stance(true)).then(
      ({ left: now }) => now === null,
      () => false,
    );
  const recovered = await until(stands, RECOVER_MS);
  // What this attempt still gives rise to is not the next one's.
  await wait(400);
  const { area, name } = way;
  return { area, name, left, told: seen?.told ?? null, toldAfterMs: seen?.afterMs ?? null, recovered };
}

/** Whether the way leads out of a window that is not locked. */
export async function leadsOut(exam: AttackedExam, way: Way): Promise<string | null> {
  await way.attack(exam);
  let out: string | null = null;
  await until(async () => {
    out = (await exam.stance(false)).left;
    return out !== null;
  }, RECOVER_MS);
  await way.after?.(exam).catch(() => undefined);
  return out;
}

export const holds = ({ left, toldAfterMs }: Outcome): boolean =>
  left === null || (toldAfterMs !== null && toldAfterMs <= WITHIN_MS);

/** As a table for people: the way, what happened, the time. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => {
    const { area, name, left, told, toldAfterMs } = outcome;
    const became = left === null ? 'prevented' : holds(outcome) ? 'reported' : 'MISSED';
    return [became, area, name, left ?? '', told === null ? '' : `${told} after ${toldAfterMs} ms`];
  });
  return columns(rows);
}
