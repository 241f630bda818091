import { chromium, type Page } from 'playwright-core';
import { ensureExamEngine } from '../../build/runtimes/chromium-108.ts';
import { BROWSER_ARGUMENTS } from '../films/browser-arguments.ts';
import { openFaceSite } from '../films/face-site.ts';

/**
 * Works with a page that has the analysers beside it, in the exam window's engine; all of it is closed then. `script`: its source file
 * in the project. `pictures`: the folder it is served.
 */
export async function withFacePage<Result>(
  { script, pictures, args = [] }: { script: string; pictures: string; args?: readonly string[] },
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const executablePath = await ensureExamEngine();
  const site = await openFaceSite(script, pictures);
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS, ...args] });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(site.origin);
    return await work(page);
  } finally {
    await browser.close();
    site.close();
  }
}
