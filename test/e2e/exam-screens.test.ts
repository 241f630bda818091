import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { signIn } from '../rehearsal/exam-entry.ts';
import { paperOpens } from '../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import { expectAccessible } from './accessible.ts';
import { beConfirmed, eventsOf, proceedAnyway } from './exam-candidate.ts';
import { type OtherProgram, startProgram } from './other-program.ts';

/** The screens of a day on which nothing goes wrong; those of the other days are looked at where they go wrong. */

/** Listed, and nothing else on this computer listens there. */
const RUSTDESK_PORT = 21_118;
/** Everything before the paper is looked at until then, on a busy machine too. */
const SESSION_IN_SECONDS = 90;

let premises: Premises;
let exam: ExamProcess;
let page: Page;
/** They run beside the exam: a listed one, one under another name, and one that nobody but the candidate may close. */
let listed: OtherProgram;
let renamed: OtherProgram;
let machine: OtherProgram;

beforeAll(async () => {
  const { electron } = await prepare();
  premises = await openPremises(electron, {
    sessionInSeconds: SESSION_IN_SECONDS,
    durationSeconds: 45,
    breakSeconds: 0,
  });
  exam = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
  page = exam.page;
  const folder = await premises.newFolder();
  listed = await startProgram(folder, 'sunloginclient');
  renamed = await startProgram(folder, 'notes', RUSTDESK_PORT);
  machine = await startProgram(folder, 'vmplayer');
});

afterAll(async () => {
  for (const program of [listed, renamed, machine]) await program?.end();
  await exam?.close();
  await premises?.close();
});

/** Goes through the items and looks at the first of each kind. */
async function lookAtEachKind(kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    const item = page.locator(`article[data-kind=${kind}]`);
    while ((await item.count()) === 0) await page.getByRole('button', { name: '下一题' }).click();
    await expectAccessible(page);
  }
}

/** The shell empties the system's clipboard; copying within the paper does not need it. */
async function copyWithinTheShell(): Promise<void> {
  const field = page.getByLabel('作答');
  while ((await field.count()) === 0) await page.getByRole('button', { name: '下一题' }).click();
  await field.focus();
  await page.keyboard.insertText('自己写的。');
  for (const key of ['Control+a', 'Control+c', 'End', 'Control+v']) await page.keyboard.press(key);
  await expect.poll(() => field.inputValue()).toBe('自己写的。自己写的。');
  await page.keyboard.press('Control+z');
  await expect.poll(() => field.inputValue()).toBe('自己写的。');
}

async function handIn(): Promise<void> {
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '确认交卷？' });
  await dialog.waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '确认交卷' }).click();
  await page.getByTestId('receipt-no').waitFor();
}

describe('axe finds nothing serious, in Chinese and in English, on', () => {
  it('sign-in, consent, refusal of consent and rules', async () => {
    const [candidate] = premises.roster.candidates;
    if (!candidate) throw new Error('the sample roster has no candidate');
    await page.getByText('已连接考试中心').waitFor();
    await expectAccessible(page);
    await signIn(page, candidate);
    await page.getByRole('heading', { name: '考试监控知情同意' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '不同意' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '我已阅读并同意' }).click();
    await page.getByRole('heading', { name: '考场规则' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '我已阅读并遵守' }).click();
  });

  it('identity, device check and waiting room', async () => {
    await page.getByRole('heading', { name: '身份核验' }).waitFor();
    await expectAccessible(page);
    await beConfirmed(page, premises.staff, 'LD20260001');
    await page.getByTestId('phone-qr').waitFor();
    const card = (id: string) => page.locator(`[data-program=${id}]`);
    await card('rustdesk').getByText('正在运行的 notes 占用了它的网络端口。').waitFor();
    await expectAccessible(page);
    expect(await card('vmware').getByRole('button').count()).toBe(0);
    await card('sunlogin').getByRole('button', { name: '帮我关闭' }).click();
    await card('rustdesk').getByRole('button', { name: '帮我关闭' }).click();
    await page.getByText('已关闭：向日葵远程控制、RustDesk 远程桌面').waitFor({ timeout: 30_000 });
    expect([listed.signal(), renamed.signal(), machine.signal()]).toEqual(['SIGTERM', 'SIGTERM', null]);
    expect(await page.locator('[data-check=programs]').getAttribute('data-result')).toBe('warning');
    await expectAccessible(page);
    await proceedAnyway(page);
    await page.getByRole('heading', { name: '候考' }).waitFor();
    await expectAccessible(page);
    // What runs on while the exam is locked is told to the proctor, once.
    const told = async () => {
      const events = await eventsOf(premises.staff, 'LD20260001');
      return events.filter(({ kind, detail }) => kind === 'prohibited_app' && detail.image === 'vmplayer');
    };
    await expect.poll(told, { timeout: 20_000 }).toHaveLength(1);
  });

  it('the theory paper with each kind of item, the hand-in dialog and the receipt', async () => {
    await paperOpens(page, SESSION_IN_SECONDS * 1_000);
    await lookAtEachKind(['single_choice', 'multiple_choice', 'true_false']);
    await handIn();
    await expectAccessible(page);
    await page.getByRole('button', { name: '继续', exact: true }).click();
  }, 300_000);

  it('the skills paper with each kind of item and material beside it, and the last screen', async () => {
    await paperOpens(page, 60_000);
    await copyWithinTheShell();
    await lookAtEachKind(['text', 'calculation']);
    const material = page.getByRole('heading', { name: /材料|案例/ });
    while ((await material.count()) === 0) await page.getByRole('button', { name: '下一题' }).click();
    await expectAccessible(page);
    await handIn();
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await page.getByRole('heading', { name: '考试结束' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '退出考试系统' }).waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    expect(await page.getByText('没有回执').count()).toBe(0);
  });
});
