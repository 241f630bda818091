import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { type AnswerPlan, planAnswers } from '../rehearsal/answer-plan.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { agreeAndReadRules, signIn } from '../rehearsal/exam-entry.ts';
import { answerItems, everythingReceived, paperOpens } from '../rehearsal/exam-paper.ts';
import { type ExamProcess, startExam } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import { expectAccessible } from './accessible.ts';
import { beConfirmed, eventsOf, proceedAnyway } from './exam-candidate.ts';

let premises: Premises;
let exam: ExamProcess;
let plan: AnswerPlan;
let endsAt = 0;
const ADMISSION = 'LD20260002';
/** What a busy machine may show late, and the second that a countdown has. */
const TOLERANCE_MS = 3_000;

beforeAll(async () => {
  const { electron } = await prepare();
  plan = await planAnswers('labour-3-theory');
  premises = await openPremises(electron, { sessionInSeconds: 1, durationSeconds: 100, breakSeconds: 600 });
  // The one thing here that a real candidate would set in the system: another time zone.
  exam = await startExam({
    ...{ electron, camera: EMPTY_CHAIR, dataDir: await premises.newFolder() },
    env: { ...premises.display.env, TZ: 'America/New_York' },
    server: `https://127.0.0.1:${premises.home.port}`,
    fingerprint: premises.centre.fingerprint,
  });
  const { examinations } = await premises.staff.call('examinations', {});
  const sessions = examinations.flatMap((examination) => examination.sessions);
  endsAt = sessions.find(({ id }) => id === 'labour-3-theory')?.endsAt ?? 0;
});

afterAll(async () => {
  await exam?.close();
  await premises?.close();
});

/** What the countdown shows minus what the server's clock, which is this machine's, leaves; ms. */
async function countdownError(): Promise<number> {
  const shown = (await exam.page.getByTestId('remaining').textContent()) ?? '';
  const [minutes = 0, seconds = 0] = shown.split(':').map(Number);
  return (minutes * 60 + seconds) * 1_000 - (endsAt - Date.now());
}
const countdownIsRight = () =>
  expect.poll(async () => Math.abs(await countdownError()), { timeout: 10_000 }).toBeLessThan(TOLERANCE_MS);

describe('a computer in New York whose clock is wrong', () => {
  it('rehearses a change of network in the device check, and knows that it is the same one', async () => {
    const { page } = exam;
    const candidate = premises.roster.candidates.find(({ admissionNo }) => admissionNo === ADMISSION);
    if (!candidate) throw new Error('the sample roster has no such candidate');
    await signIn(page, candidate);
    await agreeAndReadRules(page);
    await beConfirmed(page, premises.staff, ADMISSION);
    const row = page.locator('[data-check=hotspot]');
    await row.getByRole('button', { name: '开始演练' }).click();
    await row.getByText('请现在切换网络').waitFor();
    premises.home.cut();
    await row.getByText('正在等待通过新网络连上考试中心').waitFor();
    await expectAccessible(page);
    premises.home.mend();
    await page.locator('[data-check=hotspot][data-result=warning]').waitFor({ timeout: 30_000 });
    await row.getByText(/换网用时 \d+ 秒/).waitFor();
    await row.getByText('似乎还是原来的网络').waitFor();
    await proceedAnyway(page);
    await paperOpens(page, 60_000);
    const checked = (await eventsOf(premises.staff, ADMISSION)).find(({ kind }) => kind === 'device_checked');
    expect(checked?.detail.hotspotMs).toBeGreaterThan(0);
  });

  it('[TIME-3] shows the exam centre’s countdown and times, and tells the proctor how its own clock stands', async () => {
    const { page } = exam;
    await countdownIsRight();
    const drifts = async () =>
      (await eventsOf(premises.staff, ADMISSION))
        .filter(({ kind }) => kind === 'clock_drift')
        .map(({ detail }) => detail);
    const here = await page.evaluate(() => -new Date().getTimezoneOffset());
    expect([-300, -240]).toContain(here);
    await expect.poll(drifts).toMatchObject([{ zoneOffsetMinutes: here }]);
    await answerItems(page, plan.answers, 0, 1);
    await everythingReceived(page);
    const beijing = new Date().toLocaleTimeString('zh-CN', {
      hour: '2-digit',
      hour12: false,
      timeZone: 'Asia/Shanghai',
    });
    await page
      .getByTestId('item-status')
      .getByText(new RegExp(`考试中心 ${beijing.slice(0, 2)}:\\d\\d:\\d\\d 已收到`))
      .waitFor();
  });

  it('[TIME-3] counts on offline: the wall clock jumps an hour, every process stands still for five seconds', async () => {
    const { page } = exam;
    premises.home.cut();
    await page.evaluate(() => {
      const real = Date.now;
      Date.now = () => real() + 3_600_000;
    });
    await answerItems(page, plan.answers, 1, 3);
    await page.getByText('与考试中心的连接已中断').waitFor();
    await page.getByText('尚未送达的 2 条作答记录已保存在这台电脑上').waitFor();
    await exam.freeze(5_000);
    await countdownIsRight();
  });

  it('[LOCK-3] has the way to the hotspot at hand, and says so when this system has no settings to open', async () => {
    const { page } = exam;
    await page.getByRole('button', { name: '改用手机热点' }).click();
    const dialog = page.getByRole('dialog', { name: '改用手机热点' });
    await dialog.getByRole('button', { name: '打开网络设置' }).click();
    await dialog.getByText('这台电脑打不开网络设置').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '返回考试' }).click();
  });

  it('[TIME-3] counts a sleep that its own clock did not, until the network knows better', async () => {
    // No test can put this machine to sleep. For the page a sleep is this: the clock since boot is ahead of its own.
    await exam.app.evaluate((_electron, ms) => {
      const os = process.mainModule?.require('node:os') as typeof import('node:os');
      const awake = os.uptime;
      os.uptime = () => awake() + ms / 1_000;
    }, 20_000);
    await expect.poll(countdownError, { timeout: 10_000 }).toBeLessThan(-20_000 + TOLERANCE_MS);
    expect(await countdownError()).toBeGreaterThan(-20_000 - TOLERANCE_MS);
    premises.home.mend();
    await everythingReceived(exam.page);
    await countdownIsRight();
    await expect
      .poll(async () => (await eventsOf(premises.staff, ADMISSION)).map(({ kind }) => kind))
      .toEqual(expect.arrayContaining(['computer_slept']));
  });

  it('[TIME-2] locks at the exam centre’s deadline while offline', async () => {
    premises.home.cut();
    const over = exam.page.getByRole('heading', { name: '考试时间到，正在自动交卷' });
    expect(Date.now()).toBeLessThan(endsAt - 1_000);
    await over.waitFor({ timeout: endsAt - Date.now() + 10_000 });
    const late = Date.now() - endsAt;
    expect(late).toBeGreaterThan(-1_000);
    expect(late).toBeLessThan(TOLERANCE_MS);
  });
});
