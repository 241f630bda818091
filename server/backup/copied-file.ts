import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sync } from '../disk/sync.ts';

/** Makes it with every directory above it, for this account only. */
export const makeDirectory = (path: string) => mkdir(path, { recursive: true, mode: 0o700 });

/** Writes a new file and says what is in it. Durable when the promise resolves, but for the directories it lies in. */
export async function writeCopy(
  source: AsyncIterable<Uint8Array>,
  to: string,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await makeDirectory(dirname(to));
  const target = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      await target.writeFile(chunk);
    }
    await target.sync();
  } catch (cause) {
    await rm(to, { force: true });
    throw cause;
  } finally {
    await target.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Copies a file as it lies there, sealed or not; otherwise as `writeCopy`. */
export async function copyFile(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  const source = await open(from, 'r');
  try {
    return await writeCopy(source.createReadStream({ autoClose: false }), to);
  } finally {
    await source.close();
  }
}

/** The same file under another name; false where the disk cannot do that. */
export async function linkFile(from: string, to: string): Promise<boolean> {
  await makeDirectory(dirname(to));
  return link(from, to).then(
    () => true,
    () => false,
  );
}

/** Paths of all files below `directory`, relative to it, of which `wanted` says so. */
export async function filesBelow(directory: string, wanted: (path: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  const look = async (below: string) => {
    for (const entry of await readdir(join(directory, below), { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (!wanted(path)) continue;
      if (entry.isDirectory()) await look(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  await look('');
  return found.sort();
}

/** Syncs every directory that holds one of these files, and those above, up to `root`. */
export async function syncDirectories(root: string, paths: readonly string[]): Promise<void> {
  const directories = new Set<string>(['.']);
  for (const path of paths)
    for (let above = dirname(path); above !== '.'; above = dirname(above)) directories.add(above);
  for (const directory of directories) await sync(join(root, directory));
}
