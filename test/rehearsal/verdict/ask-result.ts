import type { Browser } from 'playwright-core';
import type { SampleCandidate } from '../sample-roster.ts';
import type { Screens } from '../screens.ts';

/** What a candidate reads of one session on the page of results. */
export interface ReadResult {
  state: string;
  /** As it is written, without its unit. */
  score: number | null;
  annotations: string[];
}

/** A candidate at home asks for the results with the two numbers; session id -> what the page says. */
export async function askResult(
  browser: Browser,
  origin: string,
  { admissionNo, identityNo }: SampleCandidate,
  screens: Screens,
): Promise<Map<string, ReadResult>> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${origin}/results/`);
  await page.getByLabel('准考证号').fill(admissionNo);
  await page.getByLabel('身份证号码').fill(identityNo);
  await page.getByRole('button', { name: '查询成绩' }).click();
  const cards = page.locator('[data-session]');
  await cards.first().waitFor({ timeout: 60_000 });
  await screens(page, `result-${admissionNo}`);
  const read = new Map<string, ReadResult>();
  for (const card of await cards.all()) {
    const shown = card.locator('.score');
    const score = Number.parseFloat((await shown.textContent()) ?? '');
    read.set((await card.getAttribute('data-session')) ?? '', {
      state: (await card.getAttribute('data-state')) ?? '',
      score: Number.isNaN(score) ? null : score,
      annotations: await card.locator('.annotation').allTextContents(),
    });
  }
  await context.close();
  return read;
}
