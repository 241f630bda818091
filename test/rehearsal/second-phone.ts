import type { Browser, Page } from 'playwright-core';

/** The candidate's phone: a real browser at a phone's size, with a film of the room as its camera. */
export interface SecondPhone {
  page: Page;
  /** Resolves when the page says that the exam was handed in. */
  thanked(): Promise<boolean>;
}

/** Does what a person does with the scanned code: opens its address, presses the one button. */
export async function pairPhone(browser: Browser, url: string): Promise<SecondPhone> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: '打开摄像头' }).click();
  await page.getByText('监控中').first().waitFor();
  return {
    page,
    thanked: () =>
      page
        .getByText('考试已交卷')
        .waitFor({ timeout: 30_000 })
        .then(
          () => true,
          () => false,
        ),
  };
}
