import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../build/project.ts';
import type { PlanFile } from '../../../server/start/sample-schema.ts';
import type { SampleRoster } from '../sample-roster.ts';

const MINUTE_MS = 60_000;
/** Long enough for every examination of annex 2 to be sat by a few windows at once. */
const OPEN_MINUTES = 90;

function inBeijing(at: number): { date: string; time: string } {
  const [date = '', time = ''] = new Date(at + 8 * 60 * MINUTE_MS).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/**
 * These examinations of the sample as if their sessions were all open now and until later: whoever has handed in one goes
 * on with the next without waiting. Everything else is the sample's own. Returns the directory.
 */
export async function sampleOfToday(ids: readonly string[], now: number): Promise<string> {
  const directory = join(await mkdtemp(join(tmpdir(), 'yunkao-annex2-')), 'sample');
  await cp(projectPath('assets/sample'), directory, { recursive: true });
  const read = async (name: string) => JSON.parse(await readFile(join(directory, name), 'utf8'));
  const write = (name: string, value: unknown) => writeFile(join(directory, name), JSON.stringify(value));
  const plan = (await read('plan.json')) as PlanFile;
  const roster = (await read('roster.json')) as SampleRoster;
  const [from, until] = [inBeijing(now), inBeijing(now + OPEN_MINUTES * MINUTE_MS)];
  const rules = { entryBefore: 60, entryAfter: OPEN_MINUTES, minimumStay: 0 };
  const wanted = plan.examinations.filter(({ id }) => ids.includes(id));
  const examinations = wanted.map((examination) => ({
    ...examination,
    sessions: examination.sessions.map((session) => ({
      ...session,
      ...{ date: from.date, start: from.time, endDate: until.date, end: until.time },
    })),
  }));
  await write('plan.json', { ...plan, rules, examinations });
  const candidates = roster.candidates.filter(({ examination }) => ids.includes(examination));
  await write('roster.json', { ...roster, candidates });
  return directory;
}
