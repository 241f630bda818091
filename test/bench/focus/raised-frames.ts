import { setTimeout as pass } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { quantile } from '../quantile.ts';

declare global {
  interface Window {
    /** From the click on the tile to the first frame of the raised size that was shown, ms. */
    raise(tile: HTMLElement): Promise<number>;
  }
}

/** In the page itself, so that nothing of the driver's own way is in the figure. */
const MEASURE = `window.raise = (tile) => new Promise((resolve) => {
  const from = performance.now();
  const follow = (video) => video.requestVideoFrameCallback((now, { width }) =>
    width >= 640 ? resolve(now - from) : follow(video));
  const look = () => {
    const video = document.querySelector('[data-testid=video-front-raised]');
    if (video) follow(video); else requestAnimationFrame(look);
  };
  tile.click();
  look();
})`;

/** Opens one candidate again and again, each time from a wall that is small again. */
export async function raiseOften(desk: Page, admissionNo: string, times: number): Promise<number[]> {
  await desk.evaluate(MEASURE);
  const open = desk.getByTestId(`place-${admissionNo}`).getByRole('button');
  // The console's policy forbids what `waitForFunction` does in the page.
  const width = () =>
    desk.getByTestId(`video-front-${admissionNo}`).evaluate((video) => (video as HTMLVideoElement).videoWidth);
  const took: number[] = [];
  for (let each = 0; each < times; each += 1) {
    while ((await width()) !== 320) await pass(50);
    took.push(await open.evaluate((tile) => window.raise(tile as HTMLElement)));
    await desk.keyboard.press('Escape');
  }
  return took;
}

export const p = (times: readonly number[], share: number): number => Math.round(quantile(times, share));
