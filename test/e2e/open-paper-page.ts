import { type Browser, chromium, type JSHandle, type Page } from 'playwright-core';
import { ensureExamEngine } from '../../build/runtimes/chromium-108.ts';
import { windowPolicy } from '../../electron/startup/content-policy.ts';
import type { Paper, ResponseValue } from '../../shared/domain/paper.ts';
import type { PaperPageOptions } from '../bench/paper/paper-page.tsx';
import { BROWSER_ARGUMENTS } from '../films/browser-arguments.ts';
import { openScriptSite } from './script-site.ts';

/** The paper screen in the engine that ships, under the window's own policy, as large as the smallest screen it is for. */
export interface PaperPage {
  page: Page;
  /** Milliseconds until it was painted. */
  open(options: PaperPageOptions): Promise<number>;
  /** The item's answer as the journal has it. */
  answer(itemId: string): Promise<ResponseValue | undefined>;
  /** The texts that the journal was given for the item, in order. */
  textsWritten(itemId: string): Promise<string[]>;
  goTo(itemId: string): Promise<void>;
  close(): Promise<void>;
}

export async function openPaperPage(): Promise<PaperPage> {
  const site = await openScriptSite(
    new URL('../bench/paper/paper-page.tsx', import.meta.url),
    windowPolicy('https://127.0.0.1:1'),
  );
  const browser: Browser = await chromium.launch({ executablePath: await ensureExamEngine(), args: BROWSER_ARGUMENTS });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(site.origin);
  // Handed over once: megabytes of pictures at each opening would be garbage that no candidate's window has.
  const papers = new Map<Paper, JSHandle<Paper>>();
  return {
    page,
    async open({ paper, ...times }) {
      const handed = papers.get(paper) ?? (await page.evaluateHandle((given) => given, paper));
      papers.set(paper, handed);
      return page.evaluate(([given, rest]) => window.openPaper({ paper: given, ...rest }), [handed, times] as const);
    },
    answer: (itemId) => page.evaluate((id) => window.answers()[id], itemId),
    textsWritten: (itemId) =>
      page.evaluate(
        async (id) =>
          (await window.written()).flatMap((body) =>
            body.type === 'response' && body.itemId === id && body.value?.kind === 'text' ? [body.value.text] : [],
          ),
        itemId,
      ),
    goTo: (itemId) => page.locator(`[data-navigator] [data-item-id="${itemId}"]`).click(),
    async close() {
      await browser.close();
      site.close();
    },
  };
}
