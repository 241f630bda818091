import { readdir, readFile } from 'node:fs/promises';
import * as z from 'zod';
import { ResponseValueSchema } from '../../shared/contract/entries.ts';
import { COMPONENTS } from '../../shared/domain/paper.ts';

const Points = z.number().nonnegative();

/** One session as somebody sits it, with marks and points worked out by hand. Item ids are keys. */
const SatSessionSchema = z.strictObject({
  sessionId: z.string(),
  responses: z.record(z.string(), ResponseValueSchema),
  /** A file handed in instead of answers. */
  thesis: z.strictObject({ name: z.string(), pages: z.number().int().positive() }).optional(),
  marks: z.record(
    z.string(),
    z.strictObject({ first: Points, second: Points, third: Points.nullable(), settled: Points }),
  ),
  expected: z.strictObject({ components: z.partialRecord(z.enum(COMPONENTS), Points), score: Points }),
  /** How the expected numbers were worked out. */
  working: z.string().min(1),
});
export type SatSession = z.output<typeof SatSessionSchema>;

const SittingSchema = z.strictObject({ examination: z.string(), sessions: z.array(SatSessionSchema).min(1) });
export type Sitting = z.output<typeof SittingSchema>;

/** A sitting of every examination of annex 2, by the examination's id. */
export async function readSittings(): Promise<Map<string, Sitting>> {
  const directory = new URL('.', import.meta.url);
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json'));
  const sittings = new Map<string, Sitting>();
  for (const name of files) {
    const sitting = SittingSchema.parse(JSON.parse(await readFile(new URL(name, directory), 'utf8')));
    sittings.set(sitting.examination, sitting);
  }
  return sittings;
}
