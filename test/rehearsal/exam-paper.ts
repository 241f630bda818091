import type { Page } from 'playwright-core';
import type { PlannedAnswer } from './answer-plan.ts';
import type { KeepScreen } from './exam-entry.ts';

/** Sitting a paper with real keys and clicks. */

export async function paperOpens(page: Page, timeoutMs: number): Promise<void> {
  await page.getByRole('navigation', { name: '题目导航' }).waitFor({ timeout: timeoutMs });
}

/** The one dialog after re-entry that lists what was carried over; how many items it names, 0 when there is none. */
export async function readMergedList(page: Page): Promise<number> {
  const dialog = page.getByRole('dialog', { name: '已恢复你之前的作答' });
  if ((await dialog.count()) === 0) return 0;
  const items = await dialog.getByRole('listitem').count();
  await dialog.getByRole('button', { name: '知道了，继续作答' }).click();
  return items;
}

async function fill(page: Page, { itemId, value }: PlannedAnswer): Promise<void> {
  switch (value.kind) {
    case 'choice':
      for (const id of value.chosen) await page.locator(`input[name="${itemId}"][value="${id}"]`).check();
      return;
    case 'text':
      await page.getByLabel('作答', { exact: true }).pressSequentially(value.text);
      return;
    case 'calculation':
      await page.getByLabel('计算过程', { exact: true }).pressSequentially(value.steps);
      await page.getByLabel('计算结果', { exact: true }).pressSequentially(value.result);
      return;
    case 'handling':
      if (value.decision) await page.locator(`input[name="${itemId}"][value="${value.decision}"]`).check();
      await page.locator(`[id="action-${itemId}"]`).pressSequentially(value.action);
      await page.locator(`[id="reason-${itemId}"]`).pressSequentially(value.reason);
  }
}

/**
 * Answers items `from` (0-based, in the paper's own order) up to but not including `to`, going to each through the
 * navigator, where they stand in the candidate's order.
 */
export async function answerItems(page: Page, plan: readonly PlannedAnswer[], from: number, to: number): Promise<void> {
  for (const answer of plan.slice(from, to)) {
    await page.getByRole('navigation', { name: '题目导航' }).locator(`[data-item-id="${answer.itemId}"]`).click();
    await fill(page, answer);
  }
}

/** Id of the item the window shows. */
export async function itemShown(page: Page): Promise<string | null> {
  const current = page.getByRole('navigation', { name: '题目导航' }).locator('[aria-current=true]');
  return current.getAttribute('data-item-id');
}

/** Entries the window says the exam centre does not hold yet. */
export async function unsentShown(page: Page): Promise<number> {
  const unsent = page.getByTestId('unsent').first();
  return (await unsent.count()) > 0 ? Number((await unsent.getAttribute('data-count')) ?? 0) : 0;
}

/** Waits until the window says that the exam centre holds everything. */
export async function everythingReceived(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const unsent = document.querySelector<HTMLElement>('[data-testid=unsent]');
      return !unsent || Number(unsent.dataset.count) === 0;
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** Hands in, writes down the receipt number, goes on. */
export async function handIn(page: Page, keep: KeepScreen): Promise<string> {
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await keep('10-hand-in');
  await page.getByRole('dialog').getByRole('button', { name: '确认交卷' }).click();
  const receipt = page.getByTestId('receipt-no');
  await receipt.waitFor({ timeout: 60_000 });
  await keep('11-receipt');
  const number = (await receipt.textContent()) ?? '';
  await page.getByRole('button', { name: '继续', exact: true }).click();
  return number;
}

/** Waits until the window says that every recording has been acknowledged. */
export async function uploadsFinish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出考试系统' }).waitFor({ timeout: 180_000 });
}
