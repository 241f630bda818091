import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../build/project.ts';
import type { PlanFile } from '../../server/start/sample-schema.ts';
import type { SampleRoster } from './sample-roster.ts';

export interface SampleVariant {
  directory: string;
  remove(): Promise<void>;
}

/** A copy of the product's sample with some of its examinations, their candidates, and another plan. */
export async function sampleVariant(
  ids: readonly string[],
  change: (plan: PlanFile) => PlanFile,
): Promise<SampleVariant> {
  const parent = await mkdtemp(join(tmpdir(), 'yunkao-sample-'));
  const directory = join(parent, 'sample');
  await cp(projectPath('assets/sample'), directory, { recursive: true });
  const read = async (name: string) => JSON.parse(await readFile(join(directory, name), 'utf8'));
  const write = (name: string, value: unknown) => writeFile(join(directory, name), JSON.stringify(value));
  const plan = (await read('plan.json')) as PlanFile;
  await write('plan.json', change({ ...plan, examinations: plan.examinations.filter(({ id }) => ids.includes(id)) }));
  const roster = (await read('roster.json')) as SampleRoster;
  const candidates = roster.candidates.filter(({ examination }) => ids.includes(examination));
  await write('roster.json', { ...roster, candidates });
  return { directory, remove: () => rm(parent, { recursive: true, force: true }) };
}
