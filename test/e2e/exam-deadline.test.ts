import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { type AnswerPlan, planAnswers } from '../rehearsal/answer-plan.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { answerItems, everythingReceived } from '../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import { expectAccessible } from './accessible.ts';
import { enterPaper, eventsOf } from './exam-candidate.ts';

let premises: Premises;
let exam: ExamProcess;
let plan: AnswerPlan;
const ADMISSION = 'LD20260002';

beforeAll(async () => {
  const { electron } = await prepare();
  plan = await planAnswers('labour-3-theory');
  premises = await openPremises(electron, { sessionInSeconds: 1, durationSeconds: 45, breakSeconds: 600 });
  exam = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
  const li = premises.roster.candidates.find(({ admissionNo }) => admissionNo === ADMISSION);
  if (!li) throw new Error('the sample roster has no such candidate');
  await enterPaper(exam.page, premises, li);
});

afterAll(async () => {
  await exam?.close();
  await premises?.close();
});

describe('[TIME-2] the deadline passes while the network is down', () => {
  it('locks the paper at the deadline, says that it will hand in, and loses nothing', async () => {
    const { page } = exam;
    await answerItems(page, plan.answers, 0, 3);
    await everythingReceived(page);
    premises.home.cut();
    await answerItems(page, plan.answers, 3, 6);
    await page.getByText('与考试中心的连接已中断').waitFor();

    await page.getByRole('heading', { name: '考试时间到，正在自动交卷' }).waitFor({ timeout: 60_000 });
    await page.getByText('恢复网络后会自动交卷，请不要关机。').waitFor();
    await page.getByText(/还有 \d+ 条作答记录未送达/).waitFor();
    expect(await page.getByRole('navigation', { name: '题目导航' }).count()).toBe(0);
    await expectAccessible(page);
  });

  it('hands in by itself when the network is back; what was written in time counts, marked as late', async () => {
    const { page } = exam;
    premises.home.mend();
    const receiptNo = page.getByTestId('receipt-no');
    await receiptNo.waitFor({ timeout: 60_000 });
    await page.getByText('考试时间到，自动交卷').waitFor();
    await page.getByText('考试中心共收到 6 道题的答案').waitFor();

    const attemptId = await premises.staff.attemptOf(ADMISSION);
    const { results } = await premises.staff.call('results', {}, { attemptId });
    const theory = results.find(({ sessionId }) => sessionId === 'labour-3-theory');
    expect(theory?.receipt).toMatchObject({ handedInBy: 'deadline', answered: 6 });
    expect(theory?.receipt?.receiptNo).toBe(await receiptNo.textContent());
    const late = (await eventsOf(premises.staff, ADMISSION)).filter(({ kind }) => kind === 'entries_late');
    expect(late.reduce((sum, { detail }) => sum + Number(detail.synced ?? 0), 0)).toBe(3);
  });

  it('then waits for the next session, without a way back to the paper', async () => {
    await exam.page.getByRole('button', { name: '继续', exact: true }).click();
    await exam.page.getByRole('heading', { name: '稍事休息，等待下一场' }).waitFor();
  });
});
