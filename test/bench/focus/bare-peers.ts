import type { Browser } from 'playwright-core';
import { openScriptSite } from '../../e2e/script-site.ts';

/** What the same browser takes for it with nothing of the product between: the references of this bench. */
export interface BareTimes {
  raised: number[];
  live: number[];
}

export async function bareTimes(browser: Browser, times: number): Promise<BareTimes> {
  const site = await openScriptSite(new URL('./bare-page.ts', import.meta.url));
  try {
    const live: number[] = [];
    const raised: number[] = [];
    for (let each = 0; each < times; each += 1) {
      const page = await browser.newPage();
      const from = Date.now();
      await page.goto(site.origin);
      live.push((await page.evaluate(() => window.goLive())) - from);
      raised.push(await page.evaluate(() => window.raiseBare()));
      await page.evaluate(() => window.lowerBare());
      raised.push(await page.evaluate(() => window.raiseBare()));
      await page.close();
    }
    return { raised, live };
  } finally {
    site.close();
  }
}
