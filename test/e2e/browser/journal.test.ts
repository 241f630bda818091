import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { openScriptSite, type ScriptSite } from '../script-site.ts';

const KILLS = 4;

let site: ScriptSite;
let profile = '';
/** The note of the journal's reach: a disk of ours, which no fault of the browser's touches. */
let reach: string | null = null;

beforeAll(async () => {
  site = await openScriptSite(new URL('../journal-page.ts', import.meta.url));
  profile = await mkdtemp(join(tmpdir(), 'yunkao-journal-'));
});

afterAll(async () => {
  site.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** A browser of our own making, so that it can be killed like a power cut kills it. */
async function openBrowser(): Promise<{ child: ChildProcess; browser: Browser; page: Page }> {
  const portFile = join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const child = spawn(
    await ensureChromium(),
    ['--headless=new', ...BROWSER_ARGUMENTS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, site.origin],
    { stdio: 'ignore', detached: true },
  );
  const endpoint = await expect
    .poll(async () => (existsSync(portFile) ? (await readFile(portFile, 'utf8')).split('\n') : []), { timeout: 20_000 })
    .toHaveLength(2)
    .then(() => readFile(portFile, 'utf8'));
  const [port, path] = endpoint.split('\n');
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
  const page = browser.contexts()[0]?.pages()[0] ?? expect.fail('no page');
  await page.exposeFunction('readReach', () => reach);
  await page.exposeFunction('keepReach', (text: string) => {
    reach = text;
  });
  await page.goto(site.origin);
  return { child, browser, page };
}

/** SIGKILL to the browser and every process it started. */
async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended;
}

describe('journal in IndexedDB', () => {
  it(`[ANS-1] every answer shown as saved is there after kill -9 (${KILLS} kills)`, async () => {
    const shown: string[][] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const { child, page } = await openBrowser();
      const saved: string[] = [];
      const enough = new Promise<void>((resolve) => {
        void page.exposeFunction('saved', (text: string) => {
          saved.push(text);
          if (saved.length >= 20 + kill * 15) resolve();
        });
      });
      await page.waitForFunction(() => 'saved' in window && 'writeForEver' in window);
      // Never settles: the browser dies under it.
      page.evaluate((epoch) => window.writeForEver(epoch), kill).catch(() => undefined);
      await enough;
      await killHard(child);
      shown.push(saved);
    }

    const { child, page } = await openBrowser();
    const { answers, damages } = await page.evaluate((epoch) => window.recover(epoch), KILLS + 1);
    await killHard(child);

    expect(damages).toEqual([]);
    for (const [index, saved] of shown.entries()) {
      const last = new Map(saved.map((text) => [`e${index + 1}-i${Number(text.split('-')[1]) % 50}`, text]));
      for (const [itemId, text] of last) {
        // An entry written after the last one shown may be there too; an older one than shown may not.
        expect(Number(answers[itemId]?.split('-')[1] ?? 0)).toBeGreaterThanOrEqual(Number(text.split('-')[1]));
      }
    }
  }, 120_000);
});
