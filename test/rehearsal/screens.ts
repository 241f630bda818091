import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Keeps a picture of a screen under a name, when the rehearsal was asked for pictures. */
export type Screens = (page: Page, name: string) => Promise<void>;

export async function screenKeeper(folder: string | null): Promise<Screens> {
  if (folder === null) return async () => undefined;
  await mkdir(folder, { recursive: true });
  return async (page, name) => {
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
}
