import { open } from 'node:fs/promises';

/** Syncs a file or a directory: a rename is durable only once its directory is. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
