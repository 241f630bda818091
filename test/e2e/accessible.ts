import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Asserts that axe finds nothing serious on the screen now shown, in Chinese and in English. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const [language, other] of [
    ['zh-CN', 'en'],
    ['en', 'zh-CN'],
  ]) {
    await page.locator(`html[lang=${language}]`).waitFor();
    expect(await findings(page), `${language}: ${await page.getByRole('heading').first().textContent()}`).toEqual([]);
    // An open dialog makes the switch inert for a person, not for an event.
    await page.locator(`button[lang=${other}]`).dispatchEvent('click');
  }
  await page.locator('html[lang=zh-CN]').waitFor();
}
