import type { ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { bundleTargets } from '../../build/bundle/targets.ts';
import { projectPath } from '../../build/project.ts';
import { ensureElectron } from '../../build/runtimes/electron.ts';

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>exam</title><body><textarea></textarea><script src="exam.js"></script>';

const PROBE_WORKER = `onmessage = async ({ data: address }) => {
  let evaluated = true;
  try { (0, eval)('1'); } catch { evaluated = false; }
  const reached = await fetch(address, { mode: 'no-cors' }).then(() => true, () => false);
  postMessage({ reached, evaluated });
};`;

/** Bundles the real shell and face worker with a small page into a folder laid out as `dist/`. */
export async function bundleShell(script = 'test/e2e/shell-page.ts'): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'yunkao-shell-'));
  const wanted = bundleTargets.filter(({ output }) => /electron|face-worker/.test(output));
  await Promise.all(
    wanted.map(({ entry, output, options }) =>
      build({ ...options, entryPoints: [projectPath(entry)], outfile: output.replace('dist', dist), bundle: true }),
    ),
  );
  await build({
    entryPoints: [projectPath(script)],
    outfile: join(dist, 'exam/exam.js'),
    bundle: true,
    format: 'iife',
    target: 'chrome108',
  });
  await mkdir(join(dist, 'exam'), { recursive: true });
  await writeFile(join(dist, 'exam/index.html'), PAGE);
  await writeFile(join(dist, 'exam/probe-worker.js'), PROBE_WORKER);
  await writeFile(join(dist, 'secret.txt'), 'outside the exam bundle');
  const vision = projectPath('node_modules/@mediapipe/tasks-vision');
  await cp(join(vision, 'vision_bundle.cjs'), join(dist, 'exam/vision_bundle.cjs'));
  await cp(join(vision, 'wasm'), join(dist, 'exam/wasm'), { recursive: true });
  await cp(projectPath('assets/models'), join(dist, 'exam/models'), { recursive: true });
  return dist;
}

export interface RunningShell {
  app: ElectronApplication;
  page: Page;
  process: ChildProcess;
  log(): Promise<string>;
  /** Steps the ledger on disk says are begun and not undone. */
  ledger(): Promise<string[]>;
}

export interface ShellStart {
  dist: string;
  env: NodeJS.ProcessEnv;
  dataFolder: string;
  server: string;
  fingerprint?: string;
}

/** Lockdown steps that the ledger in this data folder says are begun and not undone. */
export async function lockdownBegun(dataFolder: string): Promise<string[]> {
  const text = await readFile(join(dataFolder, 'lockdown-ledger.json'), 'utf8').catch(() => '{"begun":[]}');
  return (JSON.parse(text) as { begun: string[] }).begun;
}

/** Starts the shell as a candidate would, but for `--no-sandbox`: tests may run as root. */
export async function startShell({ dist, env, dataFolder, server, fingerprint }: ShellStart): Promise<RunningShell> {
  const app = await _electron.launch({
    executablePath: await ensureElectron(),
    args: [
      '--no-sandbox',
      join(dist, 'electron/main.cjs'),
      `--server=${server}`,
      ...(fingerprint ? [`--fingerprint=${fingerprint}`] : []),
      `--user-data-dir=${dataFolder}`,
    ],
    env: env as Record<string, string>,
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.readyState === 'complete' && 'shell' in window);
  return {
    app,
    page,
    process: app.process(),
    log: () => readFile(join(dataFolder, 'logs/shell.log'), 'utf8'),
    ledger: () => lockdownBegun(dataFolder),
  };
}

export const newDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'yunkao-shell-data-'));
