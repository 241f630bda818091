import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { ExamProcess } from '../../rehearsal/exam-process.ts';

/** A page that was opened anew after its process died is another page to whoever watched the first. */
export async function pageAnew(dataFolder: string): Promise<{ page: Page; browser: Browser }> {
  const [port, path] = (await readFile(join(dataFolder, 'DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`, { noDefaults: true });
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('the shell shows no page after its page died');
  return { page, browser };
}

/** kill -9 of the process that shows the exam page, and of no other; resolves when the shell has opened it again. */
export async function killRenderer({ app }: ExamProcess): Promise<void> {
  const reopened = app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
  });
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  if (!pid) throw new Error('the exam window has no process');
  process.kill(pid, 'SIGKILL');
  await reopened;
}

/** What somebody, or a server of the system's own, does to the computer's clock while the page is open. */
export const jumpClock = (page: Page, ms: number): Promise<void> =>
  page.evaluate((by) => {
    const right = Date.now;
    Date.now = () => right() + by;
  }, ms);

declare global {
  interface Window {
    /** The test's side. */
    shownAsSaved(itemId: string, value: string): Promise<void>;
  }
}

/** Tells of every choice the moment that the window says of it that it is saved. */
export async function watchSaved(page: Page, saved: (itemId: string, value: string) => void): Promise<void> {
  await page.exposeFunction('shownAsSaved', saved);
  await page.evaluate(() => {
    const shown = { subtree: true, childList: true, attributeFilter: ['data-status'] };
    new MutationObserver(() => {
      const status = document.querySelector('[data-testid=item-status]')?.getAttribute('data-status');
      const itemId = document.querySelector('nav [aria-current=true]')?.getAttribute('data-item-id');
      const chosen = document.querySelector<HTMLInputElement>(`input[name="${itemId}"]:checked`);
      if (itemId && chosen && (status === 'saved' || status === 'received')) {
        void window.shownAsSaved(itemId, chosen.value);
      }
    }).observe(document.body, shown);
  });
}
