import type { Page } from 'playwright-core';
import { agreeAndReadRules, signIn } from '../rehearsal/exam-entry.ts';
import { paperOpens } from '../rehearsal/exam-paper.ts';
import type { Premises } from '../rehearsal/premises.ts';
import type { SampleCandidate } from '../rehearsal/sample-roster.ts';
import type { StaffApi } from '../rehearsal/staff-api.ts';

/** The shortest way from the first screen to the paper: a proctor confirms, no phone is paired (LOCK-3). */

/** Asks a proctor from the identity screen, and lets the proctor confirm. */
export async function beConfirmed(page: Page, staff: StaffApi, admissionNo: string): Promise<void> {
  await page.getByRole('button', { name: '请监考员人工确认' }).click();
  await page.getByText('监考员正在确认你的身份').waitFor();
  await confirmIdentity(staff, admissionNo);
}

export async function confirmIdentity(staff: StaffApi, admissionNo: string): Promise<void> {
  const attemptId = await staff.attemptOf(admissionNo);
  await staff.call('identityDecision', { decision: 'confirmed', reason: '' }, { attemptId });
}

/** Goes on from the device check with what did not pass; the rows that the window names as not passed. */
export async function proceedAnyway(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '仍要继续，并告知监考员' }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog', { name: '带着未通过的项目继续？' });
  const rows = await dialog.getByRole('listitem').allTextContents();
  await dialog.getByRole('button', { name: '确定继续' }).click();
  return rows;
}

/** First entry, up to the open paper. */
export async function enterPaper(page: Page, premises: Premises, candidate: SampleCandidate): Promise<void> {
  await signIn(page, candidate);
  await goOnToPaper(page, premises, candidate);
}

/** Signed in already, and on to the open paper. */
export async function goOnToPaper(page: Page, { staff }: Premises, candidate: SampleCandidate): Promise<void> {
  await agreeAndReadRules(page);
  await beConfirmed(page, staff, candidate.admissionNo);
  await proceedAnyway(page);
  await paperOpens(page, 60_000);
}

/** The events that the proctor is shown of a candidate, oldest first. */
export async function eventsOf(staff: StaffApi, admissionNo: string) {
  const attemptId = await staff.attemptOf(admissionNo);
  const { events } = await staff.call('attemptEvents', {}, { attemptId });
  return events;
}

/** Leaves through the window's own way out; resolves when the shell has ended. */
export async function leaveExam(page: Page): Promise<void> {
  const ended = page.waitForEvent('close');
  await page.getByRole('button', { name: '退出考试' }).click();
  await page.getByRole('dialog', { name: '现在退出考试？' }).getByRole('button', { name: '确定退出' }).click();
  await ended;
}
