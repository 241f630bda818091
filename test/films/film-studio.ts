import { open, rename } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS } from './browser-arguments.ts';
import { openFaceSite } from './face-site.ts';
import { FRAMES } from './film-script.ts';

/**
 * Makes films for Chromium's `--use-file-for-fake-video-capture=FILE.mjpeg`: JPEGs one after another, 640×480, which it
 * plays at 30 frames a second and loops.
 */
export interface FilmStudio {
  /** A person who does, one after another, all that can be asked before the camera, and looks straight between. */
  actingHead(picture: string, out: string): Promise<void>;
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

  const shoot = async (out: string): Promise<void> => {
    // A name of its own: two test runs may film at once.
    const part = `${out}.${process.pid}.part`;
    const file = await open(part, 'w');
    for (let from = 0; from < FRAMES; from += BATCH) {
      const frames = Array.from({ length: Math.min(BATCH, FRAMES - from) }, (_, index) => from + index);
      const drawn = await page.evaluate(async (wanted) => {
        const jpegs: string[] = [];
        for (const frame of wanted) jpegs.push(await window.filmFrame(frame));
        return jpegs;
      }, frames);
      await file.write(Buffer.concat(drawn.map((jpeg) => Buffer.from(jpeg, 'base64'))));
    }
    await file.close();
    await rename(part, out);
  };
  return {
    async actingHead(picture, out) {
      await page.evaluate((name) => window.openActingHead(name), picture);
      await shoot(out);
    },
    async rearView(picture, out) {
      await page.evaluate((name) => window.openRearView(name), picture);
      await shoot(out);
    },
    async close() {
      await browser.close();
      site.close();
    },
  };
}
