import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

async function newest(folder: string, shape: RegExp): Promise<{ path: string; mtimeMs: number; size: number } | null> {
  const paths = (await readdir(folder, { recursive: true })).filter((file) => shape.test(file));
  const files = await Promise.all(
    paths.map((file) => join(folder, file)).map(async (path) => ({ path, ...(await stat(path)) })),
  );
  return files.sort((left, right) => right.mtimeMs - left.mtimeMs)[0] ?? null;
}

/** Cuts so much off the newest log file of the window's IndexedDB, as if its end had never reached the disk. */
export async function tearJournal(dataFolder: string, bytes: number): Promise<void> {
  const log = await newest(dataFolder, /indexeddb[.]leveldb.*[.]log$/);
  if (!log) throw new Error('the window has no log of its store');
  const file = await open(log.path, 'r+');
  await file.truncate(Math.max(0, log.size - bytes));
  await file.close();
}

/** The window notes its reach at most this often, and a little later than that at the latest. */
const NOTED_WITHIN_MS = 6_000;

/** Until the shell has noted, outside of IndexedDB, how far the journal reached at `since` (ANS-4). */
export async function reachNoted(dataFolder: string, since: number): Promise<void> {
  while (Date.now() < since + NOTED_WITHIN_MS) {
    const note = await newest(join(dataFolder, 'attempts'), /[.]reach$/);
    if (note && note.mtimeMs > since) return;
    await wait(100);
  }
}

/** How many entries the dialog after a re-entry says are gone; 0 where it says of none. */
export const lostNamed = (dialog: string): number => Number(/有 (\d+) 条作答记录损坏/.exec(dialog)?.[1] ?? 0);
