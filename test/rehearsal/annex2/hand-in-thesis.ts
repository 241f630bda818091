import type { Page } from 'playwright-core';
import { pdf } from '../../../server/submitted-files/files.fixture.ts';

/**
 * From the choice after sign-in: hands in a PDF of that name and length through the page, then goes on to the exam. The
 * receipt number the page shows.
 */
export async function handInThesis(page: Page, { name, pages }: { name: string; pages: number }): Promise<string> {
  await page.getByRole('button', { name: /^提交论文/ }).click();
  const file = { name, mimeType: 'application/pdf', buffer: pdf(pages) };
  await page.getByTestId('thesis-file').setInputFiles(file);
  await page.getByText('论文已收到').waitFor({ timeout: 60_000 });
  const receipt = (await page.getByTestId('thesis-receipt').first().textContent()) ?? '';
  await page.getByRole('button', { name: '参加考试' }).click();
  return receipt;
}
