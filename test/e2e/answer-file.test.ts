import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { ensureChromium } from '../../build/runtimes/chromium.ts';
import { SAMPLE_ORGANISER } from '../contract/server/part-of-sample.ts';
import { BROWSER_ARGUMENTS } from '../films/browser-arguments.ts';
import { type AnswerPlan, planAnswers } from '../rehearsal/answer-plan.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { answerItems, everythingReceived } from '../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import { type SampleVariant, sampleVariant } from '../rehearsal/sample-variant.ts';
import { expectAccessible } from './accessible.ts';
import { enterPaper, eventsOf } from './exam-candidate.ts';

/** The test trusts the centre it started itself. */
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

/** Where pictures of the screens go, for somebody to look at. */
const SCREENS = process.env.YUNKAO_SCREENS;
const ADMISSION = 'LD20260002';
const THEORY = 'labour-3-theory';
/** Minutes: the organiser's plan says how long a candidate waits for the network before a file is offered. */
const OFFER_AFTER = 0.1;

let variant: SampleVariant;
let premises: Premises;
let exam: ExamProcess;
let plan: AnswerPlan;
let browser: Browser;
let desk: Page;
let stick: string;
let saved = '';

beforeAll(async () => {
  const { electron } = await prepare();
  stick = await mkdtemp(join(tmpdir(), 'yunkao-stick-'));
  plan = await planAnswers(THEORY);
  variant = await sampleVariant(['labour-3'], (given) => ({
    ...given,
    answerFile: { ...given.answerFile, offerAfter: OFFER_AFTER },
  }));
  const times = { sessionInSeconds: 1, durationSeconds: 80, breakSeconds: 600 };
  premises = await openPremises(electron, times, variant.directory);
  exam = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
  const li = premises.roster.candidates.find(({ admissionNo }) => admissionNo === ADMISSION);
  if (!li) throw new Error('the sample roster has no such candidate');
  await enterPaper(exam.page, premises, li);

  browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...BROWSER_ARGUMENTS] });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
  desk = await context.newPage();
  await desk.goto(`${premises.centre.origin}/console/`);
  await desk.getByLabel('用户名').fill(SAMPLE_ORGANISER.login);
  await desk.getByLabel('密码').fill(SAMPLE_ORGANISER.password);
  await desk.getByRole('button', { name: '登录' }).click();
  await desk.getByRole('link', { name: '答案文件' }).click();
});

afterAll(async () => {
  await browser?.close();
  await exam?.close();
  await premises?.close();
  await variant?.remove();
  if (stick) await rm(stick, { recursive: true });
});

const look = async (page: Page, name: string) => {
  if (SCREENS) await page.screenshot({ path: `${SCREENS}/${name}.png`, fullPage: true });
};
const choose = (name: string, buffer: Buffer) =>
  desk.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const row = (name: string) => desk.getByTestId('answer-files').getByRole('row').filter({ hasText: name });
const countOf = (name: string, kind: string) => row(name).locator(`[data-kind=${kind}]`).getAttribute('data-count');
async function receipt() {
  const attemptId = await premises.staff.attemptOf(ADMISSION);
  const { results } = await premises.staff.call('results', {}, { attemptId });
  return results.find(({ sessionId }) => sessionId === THEORY)?.receipt ?? null;
}
const importEvents = async () =>
  (await eventsOf(premises.staff, ADMISSION)).filter(({ kind }) =>
    ['answer_file_imported', 'entries_late', 'handed_in'].includes(kind),
  );

describe('[ANS-6] the end passes while the network is down, and it does not return', () => {
  it('offers the answer file, not at once, with the steps to take', async () => {
    const { page } = exam;
    await answerItems(page, plan.answers, 0, 3);
    await everythingReceived(page);
    premises.home.cut();
    await answerItems(page, plan.answers, 3, 6);
    await page.getByRole('heading', { name: '考试时间到，正在自动交卷' }).waitFor({ timeout: 90_000 });
    expect(await page.getByRole('button', { name: '保存答案文件' }).count()).toBe(0);
    await page.getByText('本场作答已经结束。请不要关机，网络恢复后自动交卷。').waitFor();
    expect(await page.getByText('请继续作答').count()).toBe(0);
    await page.getByRole('button', { name: '保存答案文件' }).waitFor({ timeout: 20_000 });
    await look(page, 'answer-file-offer');
    await expectAccessible(page);
  });

  it('says what to do when the place takes nothing, and that no place was chosen', async () => {
    const { page } = exam;
    await exam.choosePlace(join(stick, 'pulled-out', 'x.yunkao'));
    await page.getByRole('button', { name: '保存答案文件' }).click();
    await page.getByText('U 盘可能松动了').waitFor();
    await look(page, 'answer-file-gone');
    await exam.choosePlace(null);
    await page.getByRole('button', { name: '保存答案文件' }).click();
    await page.getByText('还没有保存：没有选择位置').waitFor();
  });

  it('saves it where the candidate chose, and goes on trying by itself', async () => {
    const { page } = exam;
    saved = join(stick, '云考答案.yunkao');
    await exam.choosePlace(saved);
    await page.getByRole('button', { name: '保存答案文件' }).click();
    await page.getByText('答案文件已保存').waitFor();
    await page.getByText(saved).waitFor();
    await look(page, 'answer-file-saved');
    await expectAccessible(page);
    expect((await readFile(saved)).subarray(0, 8).toString()).toBe('YKANSWER');
    await page.getByText(/还有 \d+ 条作答记录未送达/).waitFor();
  });

  it('an organiser looks at it: whose it is and what is new, and nothing changes', async () => {
    expect(await receipt()).toMatchObject({ handedInBy: 'deadline', answered: 3 });
    await choose('云考答案.yunkao', await readFile(saved));
    await row('云考答案.yunkao').getByText('考试中心已有').waitFor();
    expect(await row('云考答案.yunkao').innerText()).toContain(ADMISSION);
    expect(await countOf('云考答案.yunkao', 'lateSynced')).toBe('3');
    expect(await row('云考答案.yunkao').innerText()).toMatch(/已答 3 题 → 6 题/);
    const altered = await readFile(saved);
    altered[altered.length - 50] = (altered[altered.length - 50] ?? 0) ^ 1;
    await choose('改过的.yunkao', altered);
    await row('改过的.yunkao').getByText('不能导入').waitFor();
    await choose('照片.jpg', Buffer.from('no answer file'));
    await row('照片.jpg').getByText('这不是答案文件').waitFor();
    await look(desk, 'answer-files-looked');
    await expectAccessible(desk);
    expect(await receipt()).toMatchObject({ answered: 3 });
  });

  it('imports it: the receipt is revised, and it is recorded with both clocks', async () => {
    const before = await receipt();
    await desk.getByRole('button', { name: '导入 1 个文件' }).click();
    await row('云考答案.yunkao').getByText('✓ 已导入').waitFor();
    await look(desk, 'answer-files-taken');
    expect(await receipt()).toMatchObject({ answered: 6, receiptNo: before?.receiptNo, handedInBy: 'deadline' });
    const imported = (await importEvents()).find(({ kind }) => kind === 'answer_file_imported');
    expect(imported?.detail).toMatchObject({ lateSynced: 3, refused: 0, fenced: 0 });
    expect(Math.abs(Number(imported?.detail.madeAt) - Number(imported?.detail.computerClock))).toBeLessThan(5_000);
  });

  it('the second import changes nothing and says so', async () => {
    const before = { receipt: await receipt(), events: await importEvents() };
    await choose('云考答案.yunkao', await readFile(saved));
    await row('云考答案.yunkao').getByText('没有新的内容').waitFor();
    await desk.getByRole('button', { name: '导入 1 个文件' }).click();
    await row('云考答案.yunkao').getByText('没有任何改变').waitFor();
    await look(desk, 'answer-files-twice');
    expect({ receipt: await receipt(), events: await importEvents() }).toEqual(before);
  });

  it('when the network is back after all, the window hands in by itself and nothing is counted twice', async () => {
    const before = { receipt: await receipt(), events: await importEvents() };
    premises.home.mend();
    await exam.page.getByTestId('receipt-no').waitFor({ timeout: 60_000 });
    await exam.page.getByText('考试中心共收到 6 道题的答案').waitFor();
    expect({ receipt: await receipt(), events: await importEvents() }).toEqual(before);
  });
});
