import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

let program: string;
beforeAll(async () => {
  program = join(await mkdtemp(join(tmpdir(), 'yunkao-crash-program-')), 'program.mjs');
  const source = fileURLToPath(new URL('./crash-program.ts', import.meta.url));
  await build({ entryPoints: [source], outfile: program, bundle: true, platform: 'node', format: 'esm' });
});

/** Runs the three-step program in `folder`; `dieAt` is the moment at which it sends itself SIGKILL. */
async function run(folder: string, dieAt: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [program, folder, dieAt], { stdio: 'inherit' });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

const MOMENTS = ['one', 'two', 'three'].flatMap((step) => [`before ${step}`, `within ${step}`, `after ${step}`]);
const UNDOING = ['within revert two', 'after revert two'];

describe('[LOCK-1] kill -9 at any moment of the sequence', () => {
  it.each([...MOMENTS, ...UNDOING])('%s: the next start undoes what was left', async (moment) => {
    const folder = await mkdtemp(join(tmpdir(), 'yunkao-crash-'));
    expect(await run(folder, moment)).toBe('SIGKILL');
    const left = (await readdir(folder)).filter((name) => name.startsWith('changed-'));
    if (moment === 'after three') expect(left).toHaveLength(3);
    expect(await run(folder, 'never')).toBe(null);
    expect((await readdir(folder)).filter((name) => name.startsWith('changed-'))).toEqual([]);
  });
});
