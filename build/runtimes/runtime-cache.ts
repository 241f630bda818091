import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../project.ts';

const CACHE = projectPath('.cache/runtimes');
const STAMP = '.complete';

/** The folder of a runtime that was unpacked to the end, else null. */
export function cachedRuntime(name: string): string | null {
  const folder = join(CACHE, name);
  return existsSync(join(folder, STAMP)) ? folder : null;
}

const making = new Map<string, Promise<string>>();

/**
 * Makes a runtime's folder with `fill` and puts it in place in one step, so that an interrupted start never leaves
 * half a runtime. `fill` gets an empty folder for the runtime and a scratch folder that is thrown away. Who asks for a
 * runtime that is being made waits for it.
 */
export function makeRuntime(name: string, fill: (folder: string, scratch: string) => Promise<void>): Promise<string> {
  const made = making.get(name) ?? make(name, fill).finally(() => making.delete(name));
  making.set(name, made);
  return made;
}

async function make(name: string, fill: (folder: string, scratch: string) => Promise<void>): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const scratch = await mkdtemp(join(CACHE, 'making-'));
  try {
    const made = join(scratch, 'runtime');
    await mkdir(made);
    await fill(made, scratch);
    await writeFile(join(made, STAMP), '');
    // Another process may have made it meanwhile, and be running it.
    const already = cachedRuntime(name);
    if (already) return already;
    const folder = join(CACHE, name);
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
    return folder;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
