import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SampleVariant, sampleVariant } from '../sample-variant.ts';

/** What stands in the sessions until their papers are imported. */
const PLACEHOLDER = '（待导入）';

/** The one that is sat. */
export const EXAMINATION = 'labour-3';

/** That examination as it is before anybody is registered: nobody on the roster, papers to be imported. */
export async function blankSample(sessions: readonly string[]): Promise<SampleVariant> {
  const variant = await sampleVariant([EXAMINATION], (plan) => plan);
  const edit = async (name: string, change: (content: Record<string, unknown>) => object) => {
    const file = join(variant.directory, name);
    await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')))));
  };
  await edit('roster.json', (roster) => ({ ...roster, candidates: [] }));
  for (const session of sessions) {
    await edit(join('papers', `${session}.json`), (file) => ({
      ...file,
      paper: { ...(file.paper as object), title: PLACEHOLDER },
    }));
  }
  return variant;
}
