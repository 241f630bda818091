import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sync } from '../disk/sync.ts';
import { BackupError } from './backup-error.ts';

/** Written last: a directory without it is no backup. */
const NAME = 'backup.json';
/** The rows, in the backup: a whole SQLite database, or what pg_dump wrote. */
export const ROWS = { sqlite: 'yunkao.db', postgres: 'yunkao.dump' } as const;

const ManifestSchema = z.object({
  format: z.literal(1),
  /** When the rows were read; ISO 8601. */
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgres']),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
  /** Files that rows speak of and that were not there. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof ManifestSchema>;
export type BackedUpFile = Manifest['files'][number];

/** Durable when the promise resolves. */
export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const unfinished = join(directory, `${NAME}.part`);
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(manifest, null, 1));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(directory, NAME));
  await sync(directory);
}

/** Throws `BackupError` where there is no complete backup. */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, NAME), 'utf8').catch(() => null);
  if (text === null)
    throw new BackupError(`${directory} holds no complete backup: its list ${NAME}, which is written last, is missing`);
  try {
    return ManifestSchema.parse(JSON.parse(text));
  } catch {
    throw new BackupError(`${join(directory, NAME)} cannot be read: it is damaged, or of a newer version`);
  }
}
