import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { projectPath } from '../project.ts';
import { cachedRuntime, makeRuntime } from './runtime-cache.ts';

const name = `trial-${randomUUID()}`;
afterEach(() => rm(projectPath('.cache/runtimes', name), { recursive: true, force: true }));

it('makes a runtime once for all who ask for it at the same time', async () => {
  let made = 0;
  const make = () =>
    makeRuntime(name, async (folder) => {
      made += 1;
      await writeFile(join(folder, 'program'), String(made));
    });
  const [first, second] = await Promise.all([make(), make()]);
  expect(second).toBe(first);
  expect(await readFile(join(first, 'program'), 'utf8')).toBe('1');
});

it('leaves in place what another process has made meanwhile', async () => {
  const folder = await makeRuntime(name, async (mine) => {
    const theirs = projectPath('.cache/runtimes', name);
    await writeFile(join(mine, 'program'), 'mine');
    await mkdir(theirs, { recursive: true });
    await writeFile(join(theirs, 'program'), 'theirs');
    await writeFile(join(theirs, '.complete'), '');
  });
  expect(cachedRuntime(name)).toBe(folder);
  expect(await readFile(join(folder, 'program'), 'utf8')).toBe('theirs');
});
