import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Meddling } from '../journal-page.ts';
import { type KillableBrowser, openKillableBrowser } from '../killable-browser.ts';
import { openScriptSite, type ScriptSite } from '../script-site.ts';

const KILLS = 4;

let site: ScriptSite;
let profile = '';
/** The note of the journal's reach: a disk of ours, which no fault of the browser's touches. */
const reach = new Map<string, string>();
let notes = 0;

beforeAll(async () => {
  site = await openScriptSite(new URL('../journal-page.ts', import.meta.url));
  profile = await mkdtemp(join(tmpdir(), 'yunkao-journal-'));
});

afterAll(async () => {
  site.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function openBrowser(): Promise<KillableBrowser> {
  const browser = await openKillableBrowser(profile);
  const { page } = browser;
  await page.exposeFunction('readReach', (attemptId: string) => reach.get(attemptId) ?? null);
  await page.exposeFunction('keepReach', (attemptId: string, text: string) => {
    reach.set(attemptId, text);
    notes += 1;
  });
  await page.goto(site.origin);
  return browser;
}

/** The newest log file of the engine's store, and how long it is now. */
async function storeLog(): Promise<{ path: string; size: number }> {
  const files = await readdir(profile, { recursive: true });
  const logs = files.filter((file) => /indexeddb[.]leveldb.*[.]log$/.test(file)).map((file) => join(profile, file));
  const sized = await Promise.all(logs.map(async (path) => ({ path, ...(await stat(path)) })));
  return sized.sort((left, right) => right.mtimeMs - left.mtimeMs)[0] ?? expect.fail('no log of the store');
}

/** Writes until the note outside, which is made now and then, knows of all that was there before. */
async function untilNoted(page: Page): Promise<void> {
  const before = notes;
  await expect
    .poll(() => page.evaluate(() => window.writeMore(1)).then(() => notes), { timeout: 20_000, interval: 200 })
    .toBeGreaterThan(before);
}

const DAMAGES: [Meddling, string, object][] = [
  ['flip_bit', 'a flipped bit', { kind: 'unreadable', fromSeq: 3, toSeq: 3, lost: 1 }],
  ['remove_middle', 'entries taken out of the middle', { kind: 'missing', fromSeq: 3, toSeq: 4, lost: 2 }],
  ['exchange', 'an entry at the place of another', { kind: 'unreadable', fromSeq: 4, toSeq: 4, lost: 1 }],
  ['foreign', 'an entry where none was written', { kind: 'unreadable', fromSeq: 7, toSeq: 7, lost: 1 }],
  ['remove_tail', 'a tail that is gone, by the head', { kind: 'truncated', fromSeq: 5, toSeq: 6, lost: 2 }],
];

describe('a journal that was damaged', () => {
  let killHard: KillableBrowser['killHard'];
  let page: Page;
  beforeEach(async () => {
    ({ killHard, page } = await openBrowser());
    await page.waitForFunction(() => 'recover' in window);
  });
  afterEach(() => killHard());

  it.each(DAMAGES)('[ANS-4] %s: %s is named, and the rest is kept', async (how, _, damage) => {
    await page.evaluate((attemptId) => window.begin(attemptId), how);
    await page.evaluate(() => window.writeMore(6));
    await page.evaluate((done) => window.meddle(done, done), how);
    const { answers, damages } = await page.evaluate((attemptId) => window.recover(2, attemptId), how);

    const [found] = damages;
    expect(damages).toEqual([{ epoch: 1, ...damage }]);
    const kept = [1, 2, 3, 4, 5, 6].filter((seq) => seq < (found?.fromSeq ?? 0) || seq > (found?.toSeq ?? 0));
    expect(answers).toEqual(Object.fromEntries(kept.map((seq) => [`item-${seq}`, `${seq}`])));
  });

  it('[ANS-1] does not wait for an engine that answers nothing: what it did not confirm is not called saved, and is once it answers', async () => {
    await page.evaluate(() => window.begin('held'));
    await page.evaluate(() => window.writeMore(1));
    await page.evaluate(() => window.hold());
    expect(await page.evaluate(() => window.writeMore(1))).toBe(1);
    await page.evaluate(() => window.release());
    expect(await page.evaluate(() => window.writeMore(1))).toBe(3);
    const { answers, damages } = await page.evaluate(() => window.recover(2, 'held'));
    expect({ answers, damages }).toEqual({ answers: { 'item-1': '1', 'item-2': '2', 'item-3': '3' }, damages: [] });
  });

  it('[ANS-4] a store that was emptied is known by the note outside of it', async () => {
    await page.evaluate(() => window.begin('emptied'));
    await page.evaluate(() => window.writeMore(6));
    await untilNoted(page);
    await page.evaluate(() => window.meddle('emptied', 'remove_all'));
    const { damages } = await page.evaluate(() => window.recover(2, 'emptied'));
    expect(damages).toHaveLength(1);
    expect(damages[0]).toMatchObject({ epoch: 1, kind: 'truncated', fromSeq: 1 });
    expect(damages[0]?.lost).toBeGreaterThanOrEqual(6);
  });

  it('[ANS-4] after a torn tail of the engine’s own file every entry is there or named as gone', async () => {
    await page.evaluate(() => window.begin('torn'));
    await page.evaluate(() => window.writeMore(15));
    const { path, size } = await storeLog();
    const written = await page.evaluate(() => window.writeMore(15));
    await untilNoted(page);
    await killHard();
    // As if what came after had never reached the disk, in the middle of a record.
    await truncate(path, size + 100);

    ({ killHard, page } = await openBrowser());
    await page.waitForFunction(() => 'recover' in window);
    const { answers, damages } = await page.evaluate(() => window.recover(2, 'torn'));
    const isNamed = (seq: number) => damages.some(({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq);
    const gone = Array.from({ length: written }, (_, index) => index + 1).filter((seq) => !answers[`item-${seq}`]);
    expect(gone).not.toEqual([]);
    expect(gone.length).toBeLessThan(written);
    expect(gone.filter((seq) => !isNamed(seq))).toEqual([]);

    // The engine went on behind half a record: what it wrote there must be readable by the start after this one.
    await killHard();
    ({ killHard, page } = await openBrowser());
    await page.waitForFunction(() => 'recover' in window);
    const again = await page.evaluate(() => window.recover(3, 'torn'));
    expect(again).toMatchObject({ answers, damages: [] });
  });
});

describe('journal in IndexedDB', () => {
  it(`[ANS-1] every answer shown as saved is there after kill -9 (${KILLS} kills)`, async () => {
    const shown: string[][] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const { killHard, page } = await openBrowser();
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
      await killHard();
      shown.push(saved);
    }

    const { killHard, page } = await openBrowser();
    const { answers, damages } = await page.evaluate((epoch) => window.recover(epoch), KILLS + 1);
    await killHard();

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
