import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { sampleRoster } from '../../rehearsal/sample-roster.ts';
import { type SittingCandidate, seatCandidate, seatPhone, template } from '../console-candidate.ts';
import { loudness } from '../loudness.ts';

const WAIT = { timeout: 30_000, interval: 250 };
const WANG = { admissionNo: 'LD20260001', identityNo: '210102199001010007' };
const LI = { admissionNo: 'LD20260002', identityNo: '210102199102020001' };

/** The test trusts the centre it started itself. */
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

let centre: Centre;
let browser: Browser;
let context: BrowserContext;
let desk: Page;
let wang: SittingCandidate;
let li: SittingCandidate;
const errors: string[] = [];

beforeAll(async () => {
  centre = await startCentre({ sessionInSeconds: 5, durationSeconds: 1200, breakSeconds: 60 });
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...BROWSER_ARGUMENTS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
  desk = await context.newPage();
  desk.on('pageerror', (error) => errors.push(String(error)));
  desk.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await desk.goto(`${centre.origin}/console/`);
});

afterAll(async () => {
  await browser?.close();
  await centre?.close();
});

const tile = (admissionNo: string) => desk.getByTestId(`place-${admissionNo}`);
const card = (admissionNo: string) => desk.getByTestId(`attention-${admissionNo}`);
const video = (testId: string) => desk.getByTestId(testId);
const frames = async (testId: string) => Number(await video(testId).getAttribute('data-frames'));
const state = (testId: string) => video(testId).getAttribute('data-state');
const link = () => desk.getByTestId('link').getAttribute('data-state');

async function expectFramesToGrow(testId: string): Promise<void> {
  const before = await frames(testId);
  await expect.poll(() => frames(testId), WAIT).toBeGreaterThan(before + 5);
  expect(await state(testId)).toBe('live');
}

async function expectAccessible(page = desk): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** [LOCK-4] The one finding in the list: cleared with a reason that must be given, which stands beside it, and taken back. */
async function clearsTheFinding(): Promise<void> {
  const row = desk.getByTestId('events').locator('tr[data-kind=no_face]');
  await row.getByRole('button', { name: /^核销/ }).click();
  const dialog = desk.getByRole('dialog', { name: '核销这条记录？' });
  await expectAccessible();
  await dialog.getByRole('button', { name: '核销', exact: true }).click();
  await dialog.getByText('请填写理由。').waitFor();
  await dialog.getByRole('button', { name: '已看监控画面，没有异常' }).click();
  await dialog.getByRole('button', { name: '核销', exact: true }).click();
  await row.getByText('已看监控画面，没有异常').waitFor();
  const share = desk.getByTestId('precision').locator('tr[data-kind=no_face]');
  await desk.getByText('系统提示的准确率').click();
  await share.getByText('0 %').waitFor();
  await row.getByRole('button', { name: /^撤回/ }).click();
  await desk.getByRole('dialog').getByLabel('理由').fill('看错了考生');
  await desk.getByRole('dialog').getByRole('button', { name: '撤回核销' }).click();
  await row.getByRole('button', { name: /^核销/ }).waitFor();
  await share.getByText('–').waitFor();
}

/** [VIO-2] One click leads from the finding into the recordings before it; of this candidate none has arrived. */
async function leadsIntoTheRecording(): Promise<void> {
  const row = desk.getByTestId('events').locator('tr[data-kind=no_face]');
  await row.getByRole('button', { name: /^看录像/ }).click();
  await desk.getByText(/还没有收到录像，看不到 \d\d:\d\d:\d\d 的画面。/).waitFor();
  expect(desk.url()).toContain(`#/review/${li.attemptId}/`);
  await expectAccessible();
  await desk.goBack();
  await row.waitFor();
}

const identityCheck = (who: SittingCandidate, registered: number[]) =>
  who.call('identityCheck', {
    picture: who.picture,
    liveTemplate: template(0),
    registeredTemplate: registered,
    livenessPassed: true,
    actions: ['nod', 'turn_left'],
    turnDegrees: 20,
  });

describe('proctor console with the real server, in a real browser', () => {
  it('says what is wrong with a sign-in, and lets the right one in', async () => {
    await desk.getByRole('button', { name: '登录', exact: true }).click();
    await desk.getByText('请输入用户名。').waitFor();
    await desk.getByLabel('用户名').fill('proctor1');
    await desk.getByLabel('密码').fill('not-the-password');
    await desk.keyboard.press('Enter');
    await desk.getByText('用户名或密码不正确').waitFor();
    await expectAccessible();
    await desk.getByLabel('密码').fill('jiankao-2026-1');
    await desk.keyboard.press('Enter');
    await expect.poll(link, WAIT).toBe('connected');
  });

  it('gives everyone of the roster a place, and tells what an empty list is for', async () => {
    expect(
      await desk.locator('[data-testid^=place-]').evaluateAll((all) => all.map((each) => each.dataset.state)),
    ).toEqual((await sampleRoster()).candidates.map(() => 'not_signed_in'));
    expect(await desk.getByTestId('attention').innerText()).toContain('会出现在这里');
    await expectAccessible();
  });

  it('shows both cameras of a candidate live, by themselves', async () => {
    wang = await seatCandidate(browser, centre.origin, WANG);
    await identityCheck(wang, template(0));
    await seatPhone(browser, centre.origin, wang);
    await expectFramesToGrow('video-front-LD20260001');
    await expectFramesToGrow('video-rear-LD20260001');
    expect(await tile(WANG.admissionNo).getAttribute('data-identity')).toBe('verified');
    expect(await desk.getByTestId('count-verified').innerText()).toBe('1');
  });

  it('leads to an identity that waits, and lets a proctor compare, refuse with a reason and confirm', async () => {
    li = await seatCandidate(browser, centre.origin, LI);
    for (let tries = 0; tries < 3; tries += 1) await identityCheck(li, template(1));
    await card(LI.admissionNo).getByText('等待身份确认').waitFor();
    await card(LI.admissionNo).getByRole('button').first().click();
    const check = desk.getByTestId('identity-check').first();
    await expect
      .poll(
        () => check.locator('img').evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth > 0)),
        WAIT,
      )
      .toEqual([true, true]);
    expect(await check.getByText('相似度').innerText()).toContain('0.00');
    await expectAccessible();

    await desk.getByRole('button', { name: '拒绝', exact: true }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: '拒绝', exact: true }).click();
    await dialog.getByText('请填写理由。').waitFor();
    await expectAccessible();
    await dialog.getByRole('button', { name: '照片与登记照不是同一人' }).click();
    await dialog.getByRole('button', { name: '拒绝', exact: true }).click();
    await desk.locator('[data-testid=identity-state][data-identity=refused]').waitFor();

    await desk.getByRole('button', { name: '确认是本人' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '确认是本人' }).click();
    await desk.locator('[data-testid=identity-state][data-identity=verified]').waitFor();
    await card(LI.admissionNo).waitFor({ state: 'detached' });
    await desk.keyboard.press('Escape');
    await desk.getByTestId(`candidate-${LI.admissionNo}`).waitFor({ state: 'detached' });
  });

  it('raises the picture of the one looked at to 640 by 480, with sound only when asked for', async () => {
    await tile(WANG.admissionNo).getByRole('button').click();
    const raised = video('video-front-raised');
    const width = () => raised.evaluate((each) => (each as HTMLVideoElement).videoWidth);
    await expect.poll(width, WAIT).toBe(640);
    await expectFramesToGrow('video-front-raised');
    await expect.poll(() => desk.getByTestId('figures-rear').innerText(), WAIT).toContain('640×480');
    const silent = () => raised.evaluate((each) => (each as HTMLVideoElement).muted);
    expect(await silent()).toBe(true);
    expect(await loudness(raised)).toBe(0);
    await desk.getByRole('button', { name: '收听声音' }).click();
    expect(await silent()).toBe(false);
    await expect.poll(() => loudness(raised), WAIT).toBeGreaterThan(0.01);
    await desk.getByRole('button', { name: '正在收听' }).click();
    expect(await silent()).toBe(true);
    await expectFramesToGrow('video-front-LD20260002');
  });

  it('lets the proctor confirm once where the phone stands, and says who did', async () => {
    await desk.getByText('手机位置尚未确认').waitFor();
    await expectAccessible();
    await desk.getByRole('button', { name: '确认手机位置' }).click();
    await expect
      .poll(() => desk.getByTestId('rear-confirmed').innerText(), WAIT)
      .toMatch(/已由 .+ 于 \d\d:\d\d:\d\d 确认/);
    expect(await desk.getByRole('button', { name: '确认手机位置' }).count()).toBe(0);
  });

  it('sends a warning that the candidate hears, and keeps it among what was sent', async () => {
    await desk.getByRole('tab', { name: '消息' }).click();
    await desk.getByRole('button', { name: '请保持安静' }).click();
    await desk.getByRole('button', { name: '发送', exact: true }).click();
    await desk.getByText('已于').waitFor();
    await expect
      .poll(() => wang.page.evaluate(() => window.heard), WAIT)
      .toContainEqual(expect.stringContaining('请保持安静'));
    await expect.poll(() => desk.getByRole('region', { name: '已发送' }).innerText(), WAIT).toContain('请保持安静');
    await expectAccessible();
  });

  it('plays the recorded segments of a camera one after another', async () => {
    await desk.getByRole('tab', { name: '录像' }).click();
    await desk.getByText('还没有收到这个摄像头的录像').waitFor();
    await desk.getByRole('button', { name: '手机摄像头' }).click();
    await desk.getByTestId('segment').nth(1).waitFor({ timeout: 60_000 });
    const [first, second] = await desk
      .getByTestId('segment')
      .evaluateAll((all) => all.map((each) => each.dataset.segment));
    await desk.getByTestId('segment').first().click();
    const playing = () =>
      desk
        .getByTestId('playback')
        .evaluate((each) => [each.dataset.segment, (each as HTMLVideoElement).currentTime > 0.5]);
    await expect.poll(playing, WAIT).toEqual([first, true]);
    await expectAccessible();
    await expect.poll(playing, WAIT).toEqual([second, true]);
  });

  it('[CAM-1] shows what became of every second of both cameras, by pointer, by keyboard, and as a file', async () => {
    await wang.call('paperKey', {}, { sessionId: 'labour-3-theory' });
    await wang.page.evaluate(() => window.reportGap(Date.now(), 3_000, 'recorder_failed'));
    const read = (camera: string) => desk.getByTestId(`ledger-read-${camera}`).innerText();
    const summary = (camera: string) => desk.getByTestId(`ledger-summary-${camera}`).innerText();
    await expect.poll(() => summary('rear'), { timeout: 60_000, interval: 500 }).toMatch(/^已录像 [1-9]/);
    await expect.poll(() => summary('front'), WAIT).toMatch(/^已录像 0\.0%，缺失 .+：.*录像程序出错 [34] 秒/);
    await desk.getByTestId('ledger-front').getByRole('listbox').focus();
    await desk.keyboard.press('End');
    expect(await read('front')).toMatch(/^\d\d:\d\d:\d\d 至 \d\d:\d\d:\d\d（.+）：缺失，(录像程序出错|等待上传)$/);
    await desk.getByTestId('ledger-rear').getByRole('option').first().hover();
    expect(await read('rear')).toMatch(/（.+）：(已录像|只有定时照片|有实时画面|缺失)/);
    await expectAccessible();
    const [saved] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: '导出台账 CSV' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('摄像头台账-LD20260001.csv');
  });

  it('counts a violation as new until the proctor has looked', async () => {
    await desk.keyboard.press('Escape');
    await li.page.evaluate(() => window.write({ type: 'violation', kind: 'no_face', durationMs: 3_000, detail: {} }));
    await card(LI.admissionNo).getByText('新违规 1 次').waitFor();
    await card(LI.admissionNo).getByText('离座').waitFor();
    await desk.getByTestId('attention').getByRole('button', { name: '已看过' }).click();
    await card(LI.admissionNo).waitFor({ state: 'detached' });
    expect(await tile(LI.admissionNo).getByText('违规 1 次').count()).toBe(1);
  });

  it('tells a picture that stands still from one that moves', async () => {
    await li.page.evaluate(() => window.freeze());
    await card(LI.admissionNo).getByText('画面静止').waitFor();
    await expect.poll(() => state('video-front-LD20260002'), WAIT).toBe('frozen');
  });

  it('says since when a candidate is offline, and keeps the picture that goes on all the while', async () => {
    await wang.page.evaluate(() => window.leave());
    await card(WANG.admissionNo).getByText('离线', { exact: true }).waitFor();
    expect(await tile(WANG.admissionNo).innerText()).toMatch(/离线 自 \d\d:\d\d:\d\d/);
    // Pictures do not pass through the centre: they go on while only the line to it is down.
    await expectFramesToGrow('video-front-LD20260001');
    await expectAccessible();
    await wang.page.evaluate(() => window.comeBack());
    await card(WANG.admissionNo).waitFor({ state: 'detached' });
    await expectFramesToGrow('video-front-LD20260001');
    expect(await wang.page.evaluate(() => window.peers())).toBe(1);
  });

  it('shows the latest still of a phone that can do nothing else, with its age', async () => {
    await seatPhone(browser, centre.origin, li, { able: false });
    const still = desk.getByTestId('still-rear-LD20260002');
    const takenAt = async () => Number(await still.getAttribute('data-taken-at'));
    await still.waitFor();
    const first = await takenAt();
    await expect.poll(takenAt, WAIT).toBeGreaterThan(first);
    expect(await still.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThanOrEqual(320);
    expect(await tile(LI.admissionNo).innerText()).toMatch(/定时照片，[0-5] 秒前/);
    expect(await state('video-rear-LD20260002')).toBe('absent');
    await expectAccessible();
  });

  it('lists the events of the room in words, and those of one candidate or kind', async () => {
    await desk.getByRole('link', { name: '考场动态' }).click();
    const rows = () =>
      desk
        .getByTestId('events')
        .locator('tbody tr')
        .evaluateAll((all) => all.map((each) => each.dataset.kind));
    const seen = ['no_face', 'offline', 'online', 'identity_decided', 'phone_paired'];
    await expect.poll(rows, WAIT).toEqual(expect.arrayContaining(seen));
    await leadsIntoTheRecording();
    await desk.getByRole('combobox', { name: '事件' }).selectOption('violations');
    await expect.poll(rows, WAIT).toEqual(['no_face']);
    await clearsTheFinding();
    await desk.getByRole('combobox', { name: '考生' }).selectOption(WANG.admissionNo);
    await desk.getByText('没有符合条件的事件').waitFor();
    await expectAccessible();
  });

  it('tells everyone at once', async () => {
    await desk.getByRole('link', { name: '全体消息' }).click();
    await desk.getByLabel('消息内容').fill('考试将在十分钟后结束。');
    await desk.getByRole('button', { name: '发给全体 2 人' }).click();
    for (const { page } of [wang, li]) {
      await expect.poll(() => page.evaluate(() => window.heard), WAIT).toContain('考试将在十分钟后结束。');
    }
    await expect.poll(() => desk.getByText('考试将在十分钟后结束。').count(), WAIT).toBe(1);
    await expectAccessible();
  });

  it('does with one key each what is done most, and hands in for a candidate only with a reason', async () => {
    await desk.getByRole('link', { name: '监控墙' }).click();
    await tile(LI.admissionNo).getByRole('button').focus();
    await desk.keyboard.press('Enter');
    const panel = desk.getByTestId(`candidate-${LI.admissionNo}`);
    await panel.waitFor();
    await desk.keyboard.press('w');
    await panel.getByRole('button', { name: '已重点关注' }).waitFor();
    const dialog = desk.getByRole('dialog');
    await desk.keyboard.press('t');
    await dialog.getByRole('button', { name: '请不要离开座位' }).waitFor();
    await expectAccessible();
    await desk.keyboard.press('9');
    await panel.getByText(/已提醒：请不要离开座位/).waitFor();
    await expect
      .poll(() => li.page.evaluate(() => window.heard), WAIT)
      .toContainEqual(expect.stringContaining('请不要离开座位'));
    await desk.keyboard.press('s');
    await panel.getByText('已存证').waitFor();
    await panel.getByRole('tab', { name: '事件' }).click();
    await expect.poll(() => panel.locator('tr[data-kind=snapshot] img').count(), WAIT).toBeGreaterThan(0);
    await panel.getByRole('button', { name: '放大截图' }).click();
    await expectAccessible();
    await dialog.getByRole('button', { name: '关闭' }).click();
    await desk.keyboard.press('v');
    await dialog.getByRole('button', { name: '有他人进入房间或与考生交谈' }).click();
    await expectAccessible();
    await dialog.getByRole('button', { name: '记录违规', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByRole('tab', { name: '事件' }).click();
    await panel.getByText('监考员记录的违规').waitFor();
    await panel.getByText('监考员查看').first().waitFor();
    await panel.getByRole('button', { name: '强制交卷' }).click();
    await dialog.getByRole('button', { name: '强制交卷' }).click();
    await dialog.getByText('请填写理由。').waitFor();
    await dialog.getByLabel('理由').fill('考生本人要求结束考试');
    await dialog.getByRole('button', { name: '强制交卷' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: '强制交卷' }).waitFor({ state: 'detached' });
    await desk.keyboard.press('n');
    await desk.getByTestId(`candidate-${WANG.admissionNo}`).waitFor();
    await desk.keyboard.press('Escape');
    await tile(LI.admissionNo).getByRole('img', { name: '重点关注' }).waitFor();
    await expectAccessible();
  });

  it('[HAND-1] shows a raised hand on the tile and in the list, and answers it by keyboard', async () => {
    await wang.page.evaluate(() => window.raiseHand());
    await card(WANG.admissionNo).getByText('举手').waitFor();
    await tile(WANG.admissionNo).getByText('举手', { exact: true }).waitFor();
    await desk.keyboard.press('n');
    await desk.getByTestId(`candidate-${WANG.admissionNo}`).waitFor();
    await desk.keyboard.press('h');
    const dialog = desk.getByRole('dialog');
    await dialog.getByText('考生自').waitFor();
    await expectAccessible();
    await dialog.getByRole('button', { name: '请继续作答' }).click();
    await dialog.getByRole('button', { name: '答复并放下' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => wang.page.evaluate(() => window.heard), WAIT)
      .toContainEqual(expect.stringContaining('请继续作答'));
    await desk.keyboard.press('Escape');
    await tile(WANG.admissionNo).getByText('举手', { exact: true }).waitFor({ state: 'detached' });
    expect(await desk.getByTestId('count-looked').innerText()).toMatch(/^1[/]1$/);
  });

  it('says at once that the centre is out of reach, and goes on by itself when it is back', async () => {
    await desk.getByRole('link', { name: '监控墙' }).click();
    await context.setOffline(true);
    await desk.getByTestId('link-lost').waitFor();
    expect(await desk.getByTestId('link-lost').innerText()).toMatch(/连接已中断，自 \d\d:\d\d:\d\d/);
    await context.setOffline(false);
    await expect.poll(link, WAIT).toBe('connected');
    await expectFramesToGrow('video-front-LD20260001');
    await expectFramesToGrow('video-rear-LD20260001');
  });

  it('stays signed in over a reload, speaks English, and forgets everything at sign-out', async () => {
    await desk.reload();
    await expectFramesToGrow('video-front-LD20260001');
    await desk.getByRole('button', { name: 'English' }).click();
    await desk.getByRole('heading', { name: /need/ }).waitFor();
    await desk.getByRole('button', { name: 'Sign out' }).click();
    await desk.getByRole('heading', { name: 'Proctor sign-in' }).waitFor();
    expect(await desk.evaluate(() => sessionStorage.getItem('yunkao.console.session'))).toBeNull();
    expect(errors).toEqual([]);
  });
});
