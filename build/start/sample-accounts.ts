import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { projectPath } from '../project.ts';

/** The people of the sample examination, as far as someone at the terminal needs them to sign in. */
const SampleAccountsSchema = z.object({
  candidates: z.array(
    z.object({ admissionNo: z.string(), identityNo: z.string(), name: z.string(), photo: z.string().nullable() }),
  ),
  staff: z.array(z.object({ login: z.string(), name: z.string(), role: z.string(), password: z.string() })),
});
export type SampleAccounts = z.infer<typeof SampleAccountsSchema>;

export async function readSampleAccounts(): Promise<SampleAccounts> {
  return SampleAccountsSchema.parse(JSON.parse(await readFile(projectPath('assets/sample/roster.json'), 'utf8')));
}
