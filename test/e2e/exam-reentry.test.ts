import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { type AnswerPlan, planAnswers } from '../rehearsal/answer-plan.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { signIn } from '../rehearsal/exam-entry.ts';
import { answerItems, everythingReceived, itemShown, paperOpens } from '../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import type { SampleCandidate } from '../rehearsal/sample-roster.ts';
import { expectAccessible } from './accessible.ts';
import { beConfirmed, enterPaper, eventsOf, leaveExam } from './exam-candidate.ts';
import { lockdownBegun } from './shell-exam.ts';

let premises: Premises;
let home: string;
let first: ExamProcess;
let second: ExamProcess;
let plan: AnswerPlan;
let li: SampleCandidate;

beforeAll(async () => {
  const { electron } = await prepare();
  plan = await planAnswers('labour-3-theory');
  premises = await openPremises(electron, { sessionInSeconds: 1, durationSeconds: 1200, breakSeconds: 5 });
  const candidate = premises.roster.candidates[1];
  if (!candidate) throw new Error('the sample roster has no second candidate');
  li = candidate;
  home = await premises.newFolder();
  first = await premises.openExam(EMPTY_CHAIR, home);
  await enterPaper(first.page, premises, li);
  await answerItems(first.page, plan.answers, 0, 4);
  await everythingReceived(first.page);
});

afterAll(async () => {
  await second?.close();
  await first?.close();
  await premises?.close();
});

/** Ids of the items that the navigator shows as answered. */
const answeredShown = async ({ page }: ExamProcess): Promise<string[]> => {
  const answered = await page.getByRole('button', { name: /^第 \d+ 题，已答/ }).all();
  const ids = await Promise.all(answered.map((button) => button.getAttribute('data-item-id')));
  return ids.map(String).sort();
};
const planned = (count: number): string[] =>
  plan.answers
    .slice(0, count)
    .map(({ itemId }) => itemId)
    .sort();

describe('[LOCK-3] leaving through “退出考试”', () => {
  it('asks first, and Escape or “留在考试中” stays', async () => {
    const { page } = first;
    await page.getByRole('button', { name: '退出考试' }).click();
    const dialog = page.getByRole('dialog', { name: '现在退出考试？' });
    await dialog.getByText('退出后监考员会收到通知，考试时间继续计算，不会补时。').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '退出考试' }).click();
    await dialog.getByRole('button', { name: '留在考试中' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await itemShown(page)).toBe(plan.answers[3]?.itemId);
  });

  it('tells the proctor and undoes the lockdown', async () => {
    expect(await lockdownBegun(home)).not.toEqual([]);
    await leaveExam(first.page);
    await expect
      .poll(async () => (await eventsOf(premises.staff, li.admissionNo)).map(({ kind }) => kind))
      .toContain('left_shell');
    expect(await lockdownBegun(home)).toEqual([]);
  });

  it('signing in again continues at the last item with every answer', async () => {
    first = await premises.openExam(EMPTY_CHAIR, home);
    await signIn(first.page, li);
    // IDN-2: confirmed before, and on the same computer: whoever asks a proctor need not wait for one.
    await first.page.getByRole('button', { name: '请监考员人工确认' }).click();
    await paperOpens(first.page, 30_000);
    expect(await itemShown(first.page)).toBe(plan.answers[3]?.itemId);
    await expect.poll(() => answeredShown(first)).toEqual(planned(4));
  });

  it('[CAM-1] the recording reaches up to the moment of leaving', async () => {
    const left = (await eventsOf(premises.staff, li.admissionNo)).find(({ kind }) => kind === 'left_shell')?.at ?? 0;
    const attemptId = await premises.staff.attemptOf(li.admissionNo);
    const untilLeft = async () => {
      const { segments } = await premises.staff.call('segments', {}, { attemptId });
      return segments.filter(({ startedAt }) => startedAt < left).map((one) => left - one.startedAt - one.durationMs);
    };
    await expect.poll(async () => Math.min(...(await untilLeft())), { timeout: 20_000 }).toBeLessThan(500);
  });
});

describe('[ANS-5] a second sign-in from another computer', () => {
  it('is asked about first, and the first computer goes on meanwhile', async () => {
    second = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
    await signIn(second.page, li);
    const asked = second.page.getByRole('alert').filter({ hasText: '该考生正在另一台电脑上参加考试' });
    await asked.getByText('另一台电脑将自动退出，答案不会丢失。').waitFor();
    await expectAccessible(second.page);
    await answerItems(first.page, plan.answers, 4, 6);
    await everythingReceived(first.page);
  });

  it('takes over: the first window says so and takes no more answers, its lockdown undone', async () => {
    await second.page.getByRole('button', { name: '在本机继续' }).click();
    await first.page.getByRole('heading', { name: '考试已转到另一台电脑' }).waitFor();
    await first.page.getByText(/如果不是你本人操作，请立即拨打值班电话 .*\d{4}/).waitFor();
    await expectAccessible(first.page);
    expect(await first.page.getByRole('navigation', { name: '题目导航' }).count()).toBe(0);
    await expect.poll(() => lockdownBegun(home)).toEqual([]);
    const kinds = (await eventsOf(premises.staff, li.admissionNo)).map(({ kind }) => kind);
    expect(kinds).toContain('epoch_fenced');
  });

  it('[ANS-4] shows every answer of the first computer on the second, at the last item', async () => {
    // Another computer may have another person before it: a proctor has to look again.
    await beConfirmed(second.page, premises.staff, li.admissionNo);
    await paperOpens(second.page, 30_000);
    await expect.poll(() => answeredShown(second)).toEqual(planned(6));
    expect(await itemShown(second.page)).toBe(plan.answers[5]?.itemId);
    await answerItems(second.page, plan.answers, 6, 7);
    await everythingReceived(second.page);
  });

  it('leaves the first computer a way out', async () => {
    const ended = first.page.waitForEvent('close');
    await first.page.getByRole('button', { name: '退出考试系统' }).click();
    await ended;
  });
});
