import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import type { PlanFileSchema, RosterFileSchema } from '../../../server/start/sample-schema.ts';

export const SAMPLE = fileURLToPath(new URL('../../../assets/sample', import.meta.url));
/** Of the sample roster. */
export const SAMPLE_ORGANISER = { login: 'organiser1', password: 'kaowu-2026-1' };
/** Who decides what the first asks for. */
export const SECOND_ORGANISER = { login: 'organiser2', password: 'kaowu-2026-2' };

/** A directory with only these examinations of the sample and their candidates: a server with few of them starts sooner. */
export async function partOfSample(...examinationIds: string[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-sample-'));
  await cp(SAMPLE, directory, { recursive: true });
  const edit = async <Content>(name: string, change: (content: Content) => Content) => {
    const content = JSON.parse(await readFile(join(SAMPLE, name), 'utf8')) as Content;
    await writeFile(join(directory, name), JSON.stringify(change(content)));
  };
  await edit<z.input<typeof PlanFileSchema>>('plan.json', (plan) => ({
    ...plan,
    examinations: plan.examinations.filter(({ id }) => examinationIds.includes(id)),
  }));
  await edit<z.input<typeof RosterFileSchema>>('roster.json', (roster) => ({
    ...roster,
    candidates: roster.candidates.filter(({ examination }) => examinationIds.includes(examination)),
  }));
  return directory;
}
