import { rename, writeFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS } from './browser-arguments.ts';
import { openFaceSite } from './face-site.ts';
import { CHEATING_PARTS, type CheatingPictures, FRAMES } from './film-script.ts';

/**
 * Makes films for Chromium's `--use-file-for-fake-video-capture=FILE.mjpeg`: JPEGs one after another, 640×480, which it
 * plays at 30 frames a second and loops.
 */
export interface FilmStudio {
  /** A person who does, one after another, all that can be asked before the camera, and looks straight between. */
  actingHead(picture: string, out: string): Promise<void>;
  /** The same person for a while, then with somebody at the side, then an empty chair. */
  cheating(pictures: CheatingPictures, out: string): Promise<void>;
  /** What a phone sees from behind: a slow pan with a bar that grows as time passes. */
  rearView(picture: string, out: string): Promise<void>;
  close(): Promise<void>;
}

/** Frames asked for in one exchange with the page. */
const BATCH = 30;

/** `pictures`: the folder in which pictures are looked for by name. */
export async function openFilmStudio(chromiumPath: string, pictures: string): Promise<FilmStudio> {
  const site = await openFaceSite('test/films/film-page.ts', pictures);
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: BROWSER_ARGUMENTS });
  const page = await browser.newPage();
  await page.goto(site.origin);

  const takes = async (frames: number): Promise<Buffer> => {
    const taken: Buffer[] = [];
    for (let from = 0; from < frames; from += BATCH) {
      const wanted = Array.from({ length: Math.min(BATCH, frames - from) }, (_, index) => from + index);
      const drawn = await page.evaluate(async (numbers) => {
        const jpegs: string[] = [];
        for (const number of numbers) jpegs.push(await window.filmFrame(number));
        return jpegs;
      }, wanted);
      taken.push(...drawn.map((jpeg) => Buffer.from(jpeg, 'base64')));
    }
    return Buffer.concat(taken);
  };
  const keep = async (out: string, ...parts: readonly Buffer[]): Promise<void> => {
    // A name of its own: two test runs may film at once.
    const part = `${out}.${process.pid}.part`;
    await writeFile(part, parts);
    await rename(part, out);
  };
  return {
    async actingHead(picture, out) {
      await page.evaluate((name) => window.openActingHead(name), picture);
      await keep(out, await takes(FRAMES));
    },
    async cheating({ candidate, helper, room }, out) {
      await page.evaluate((name) => window.openActingHead(name), candidate);
      const alone = await takes(FRAMES);
      await page.evaluate((name) => window.addHelper(name), helper);
      const helped = await takes(CHEATING_PARTS.helpedFrames);
      await page.evaluate((name) => window.openRoom(name), room);
      const away = await takes(CHEATING_PARTS.awayFrames);
      await keep(out, ...Array<Buffer>(CHEATING_PARTS.aloneTimes).fill(alone), helped, away);
    },
    async rearView(picture, out) {
      await page.evaluate((name) => window.openRearView(name), picture);
      await keep(out, await takes(FRAMES));
    },
    async close() {
      await browser.close();
      site.close();
    },
  };
}
