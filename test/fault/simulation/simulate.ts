import type { DatabaseTemplate } from './database-template.ts';
import type { Counts } from './findings.ts';
import type { Mutation } from './mutation.ts';
import { play } from './play.ts';
import { drawSchedule, type Step } from './schedule.ts';
import { shrink } from './shrink.ts';

export interface FailedSchedule {
  seed: number;
  faults: string[];
  /** The steps without which it would not fail. */
  steps: Step[];
}

export interface Simulated {
  schedules: number;
  counts: Counts;
  failed: FailedSchedule[];
}

/** More failures than this are one mistake. */
export const ENOUGH_FAILURES = 5;

export const NOTHING_COUNTED: Readonly<Counts> = {
  ...{ written: 0, acknowledged: 0, present: 0, duplicated: 0, reordered: 0, lost: 0 },
};

/** Plays the schedules of `seed`, `seed + 1` and so on. */
export async function simulate(
  template: DatabaseTemplate,
  { seed, schedules }: { seed: number; schedules: number },
  progress: (played: number) => void = () => {},
): Promise<Simulated> {
  const counts: Counts = { ...NOTHING_COUNTED };
  const failed: FailedSchedule[] = [];
  let played = 0;
  for (; played < schedules && failed.length < ENOUGH_FAILURES; played += 1) {
    const steps = drawSchedule(seed + played);
    const outcome = await play(seed + played, steps, template);
    for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += outcome.counts[name];
    if (outcome.faults.length > 0) failed.push(await explain(template, seed + played, steps, outcome.faults));
    progress(played + 1);
  }
  return { schedules: played, counts, failed };
}

/** Two faults of one kind differ in their places only. */
const kindOf = (fault: string): string => fault.replaceAll(/\d+/g, '#');

async function explain(
  template: DatabaseTemplate,
  seed: number,
  steps: readonly Step[],
  faults: string[],
): Promise<FailedSchedule> {
  const kind = kindOf(faults[0] ?? '');
  const fails = async (fewer: readonly Step[]) =>
    (await play(seed, fewer, template)).faults.some((fault) => kindOf(fault) === kind);
  return { seed, faults, steps: await shrink(steps, fails) };
}

/** The seed of the first schedule that fails with this mistake in it; null when none of so many does. */
export async function findMutation(
  template: DatabaseTemplate,
  mutation: Mutation,
  schedules: number,
): Promise<number | null> {
  for (let seed = 1; seed <= schedules; seed += 1) {
    const { faults } = await play(seed, drawSchedule(seed), template, mutation);
    if (faults.length > 0) return seed;
  }
  return null;
}
