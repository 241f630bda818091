import { once } from 'node:events';
import type { Page } from 'playwright-core';

/** What the exam window's countdown shows, second by second, against the time that is really left. */
export interface CountdownWatch {
  /** What was shown last minus what was left then, ms. */
  readonly error: number;
  /** The greatest amount of it over the next so many changes of what is shown, ms. */
  worstOf(changes: number): Promise<number>;
  /** Until what is shown is right to within so much. */
  right(toleranceMs: number): Promise<void>;
}

declare global {
  interface Window {
    /** The test's side. */
    countdownShown(text: string): Promise<void>;
  }
}

const PATIENCE_MS = 60_000;

/** `left`: the time that is left by the exam centre's clock, ms. */
export async function watchCountdown(page: Page, left: () => number): Promise<CountdownWatch> {
  const news = new EventTarget();
  let error = Number.NaN;
  await page.exposeFunction('countdownShown', (text: string) => {
    const shown = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1_000;
    error = shown - left();
    news.dispatchEvent(new Event('shown'));
  });
  await page.evaluate(() => {
    let last = '';
    new MutationObserver(() => {
      const text = document.querySelector('[data-testid=remaining]')?.textContent ?? '';
      if (text !== '' && text !== last) void window.countdownShown(text);
      last = text;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const next = () => once(news, 'shown', { signal: AbortSignal.timeout(PATIENCE_MS) });
  return {
    get error() {
      return error;
    },
    async worstOf(changes) {
      let worst = 0;
      for (let seen = 0; seen < changes; seen += 1) {
        await next();
        worst = Math.max(worst, Math.abs(error));
      }
      return worst;
    },
    async right(toleranceMs) {
      do await next();
      while (Math.abs(error) > toleranceMs);
    },
  };
}
