import { open, readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assertNever } from '../../../shared/support/assert-never.ts';

/** What happens to a store: its end never reached the disk, or as zeros; or a bit of it is another one. */
export const DAMAGES = ['torn', 'zeroed', 'flipped in the log', 'flipped in the tables'] as const;
export type Damage = (typeof DAMAGES)[number];

/** About half of what eight answers and their heads take at the end of the log. */
const END_BYTES = 7_000;

interface StoreFile {
  path: string;
  mtimeMs: number;
  size: number;
}

/** The newest first. */
async function filesBelow(folder: string, shape: RegExp): Promise<StoreFile[]> {
  const paths = (await readdir(folder, { recursive: true })).filter((file) => shape.test(file));
  const files = await Promise.all(
    paths.map((file) => join(folder, file)).map(async (path) => ({ path, ...(await stat(path)) })),
  );
  return files.sort((left, right) => right.mtimeMs - left.mtimeMs);
}

async function flip({ path }: StoreFile, at: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at);
  await file.close();
}

/** Damages the window's IndexedDB, beneath which lies a LevelDB: a log of what is newest, and tables of what is older. */
export async function damageJournal(dataFolder: string, damage: Damage): Promise<void> {
  const [log] = await filesBelow(dataFolder, /indexeddb[.]leveldb.*[.]log$/);
  if (!log) throw new Error('the window has no log of its store');
  const kept = Math.max(0, log.size - END_BYTES);
  switch (damage) {
    case 'torn':
      return truncate(log.path, kept);
    case 'zeroed':
      await truncate(log.path, kept);
      return truncate(log.path, log.size);
    case 'flipped in the log':
      return flip(log, log.size - Math.floor(Math.min(log.size, END_BYTES) / 2));
    case 'flipped in the tables': {
      const tables = await filesBelow(dataFolder, /indexeddb[.]leveldb.*[.]ldb$/);
      if (tables.length === 0) throw new Error('the window has no table of its store');
      for (const table of tables) await flip(table, Math.floor(table.size / 2));
      return;
    }
    default:
      return assertNever(damage);
  }
}

/** The window notes its reach at most this often, and a little later than that at the latest. */
const NOTED_WITHIN_MS = 6_000;

/** Until the shell has noted, outside of IndexedDB, how far the journal reached at `since` (ANS-4). */
export async function reachNoted(dataFolder: string, since: number): Promise<void> {
  while (Date.now() < since + NOTED_WITHIN_MS) {
    const [note] = await filesBelow(join(dataFolder, 'attempts'), /[.]reach$/);
    if (note && note.mtimeMs > since) return;
    await wait(100);
  }
}

/** How many entries the dialog after a re-entry says are gone; 0 where it says of none. */
export const lostNamed = (dialog: string): number => Number(/有 (\d+) 条作答记录损坏/.exec(dialog)?.[1] ?? 0);
