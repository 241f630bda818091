import { setTimeout as pass } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { pageScript } from '../page-script.ts';
import { treeCost } from '../process-tree.ts';
import type { DecodedStream } from './peers-page.ts';

/** A screen on which fifty tiles with two pictures each are all to be seen. */
const SCREEN = { width: 1920, height: 1080 };

/** A browser that watches, and what it costs with all its processes. */
export interface WatchingBrowser {
  page: Page;
  /** Resolves once that many pictures are shown. */
  allShown(streams: number): Promise<void>;
  /** Frames decoded so far, by the stream's SSRC. */
  decoded(): Promise<Map<number, number>>;
  /** Width in which a picture is shown, CSS pixels. */
  pictureWidth(): Promise<number>;
  /** Peer connections that this page has made. */
  peersMade(): Promise<number>;
  cost(): ReturnType<typeof treeCost>;
  close(): Promise<void>;
}

export async function openWatchingBrowser(): Promise<WatchingBrowser> {
  const server = await chromium.launchServer({ executablePath: await ensureChromium(), args: [...BROWSER_ARGUMENTS] });
  const browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: SCREEN });
  const page = await context.newPage();
  await page.addInitScript({ content: await pageScript(new URL('./peers-page.ts', import.meta.url)) });
  page.on('pageerror', (error) => console.error(error));
  const shown = () =>
    page.evaluate(() => [...document.querySelectorAll('video')].filter(({ videoWidth }) => videoWidth > 0).length);
  return {
    page,
    async allShown(streams) {
      const until = performance.now() + 90_000;
      for (let seen = await shown(); seen < streams; seen = await shown()) {
        if (performance.now() > until) throw new Error(`only ${seen} of ${streams} pictures came`);
        await pass(250);
      }
    },
    decoded: async () => new Map<DecodedStream[0], DecodedStream[1]>(await page.evaluate(() => window.readDecoded())),
    pictureWidth: () => page.evaluate(() => document.querySelector('video')?.clientWidth ?? 0),
    peersMade: () => page.evaluate(() => window.connections.length),
    cost: () => treeCost(server.process().pid ?? 0),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
