import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureExamEngine } from '../../build/runtimes/chromium-108.ts';
import { BROWSER_ARGUMENTS } from '../films/browser-arguments.ts';

/** A browser of our own making, so that it can be killed like a power cut kills it. */
export interface KillableBrowser {
  page: Page;
  /** SIGKILL to the browser and every process it started; resolves when it is gone. */
  killHard(): Promise<void>;
}

const STARTED_WITHIN_MS = 30_000;

/** Where the browser says that it can be driven: it writes the file once it can. */
async function endpointOf(profile: string): Promise<string> {
  const until = Date.now() + STARTED_WITHIN_MS;
  while (Date.now() < until) {
    const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await wait(50);
  }
  throw new Error('the browser did not start');
}

/** The exam window's engine on this profile, with an empty page. */
export async function openKillableBrowser(profile: string, more: readonly string[] = []): Promise<KillableBrowser> {
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child: ChildProcess = spawn(await ensureExamEngine(), [...own, ...BROWSER_ARGUMENTS, ...more, 'about:blank'], {
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'exit');
  const killHard = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
  };
  try {
    const browser: Browser = await chromium.connectOverCDP(await endpointOf(profile));
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('the browser shows no page');
    return { page, killHard };
  } catch (cause) {
    await killHard();
    throw cause;
  }
}
