import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectPath } from './project.ts';

/** Stands in for npm: notes its arguments and installs a `tsx` that changes nothing. */
const NPM = `
const { appendFileSync, copyFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
mkdirSync('node_modules/tsx', { recursive: true });
writeFileSync('node_modules/tsx/package.json', '{ "name": "tsx", "main": "index.js" }');
writeFileSync('node_modules/tsx/index.js', '');
copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

let root = '';
const put = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
const lock = (version: string): string =>
  JSON.stringify({
    packages: { '': {}, 'node_modules/tsx': { version }, 'node_modules/mac': { version: '1', optional: true } },
  });

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['build/setup.mjs', 'command.mjs', ...args], {
    cwd: root,
    env: { ...process.env, npm_execpath: join(root, 'npm-cli.cjs') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  return (await once(child, 'exit'))[0];
}

const installs = async (): Promise<number> =>
  (await readFile(join(root, 'npm.log'), 'utf8').catch(() => '')).split('\n').filter((line) => line.startsWith('ci '))
    .length;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yunkao-setup-'));
  await mkdir(join(root, 'build'));
  await cp(projectPath('build/setup.mjs'), join(root, 'build/setup.mjs'));
  await put('npm-cli.cjs', NPM);
  await put('package-lock.json', lock('1.0.0'));
  await put('command.mjs', 'process.exit(process.argv[2] === "--code" ? Number(process.argv[3]) : 0);');
});

afterEach(() => rm(root, { recursive: true, force: true }));

it('installs once, and again only when the lock file asks for something else', async () => {
  expect(await exitCode(start())).toBe(0);
  expect(await exitCode(start())).toBe(0);
  expect(await installs()).toBe(1);
  await put('package-lock.json', lock('1.0.1'));
  await exitCode(start());
  expect(await installs()).toBe(2);
});

it('does not ask again for an optional package of another platform', async () => {
  await exitCode(start());
  await put(
    'node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/tsx': { version: '1.0.0' } } }),
  );
  await exitCode(start());
  expect(await installs()).toBe(1);
});

it('gives the command its arguments and takes over its exit code', async () => {
  expect(await exitCode(start('--code', '7'))).toBe(7);
});

it('passes a signal on and ends with the command', async () => {
  await put(
    'command.mjs',
    'process.on("SIGTERM", () => process.exit(42)); console.log("up"); setInterval(() => {}, 1e3);',
  );
  const child = start();
  const ended = exitCode(child);
  for await (const text of child.stdout ?? []) {
    if (String(text).includes('up')) break;
  }
  child.kill('SIGTERM');
  expect(await ended).toBe(42);
});
