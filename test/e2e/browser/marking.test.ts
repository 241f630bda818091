import { readFile, rm } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { createHttpClient } from '../../../shared/contract/http-client.ts';
import { candidateSocket } from '../../../shared/contract/socket.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { ResponseValue } from '../../../shared/domain/paper.ts';
import { partOfSample, SAMPLE_ORGANISER } from '../../contract/server/part-of-sample.ts';
import { chain, matching } from '../../contract/server/people.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { expectAccessible } from '../accessible.ts';

/** The test trusts the centre it started itself. */
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

const WANG = { admissionNo: 'LD20260001', identityNo: '210102199001010007', name: '王晓宁' };
const SKILLS = 'labour-3-skills';
const WAIT = { timeout: 60_000, interval: 500 };

/** Three of the eight skills items; the others stay blank and are worth nothing. */
const ANSWERS: Record<string, ResponseValue> = {
  'k-a-01': { kind: 'text', text: '一是订立书面劳动合同；\n二是告知工作内容、条件和报酬。' },
  'k-a-02': { kind: 'text', text: '先协商，再调解，不成的申请仲裁。' },
  'k-b-01': { kind: 'calculation', steps: '4000 ÷ 21.75 × 2 × 200%', result: '735.63' },
};
/** What each marker types for each criterion. The first two differ too much on the second item. */
const TYPED: Record<string, string[][]> = {
  'k-a-01': [
    ['2', '2', '2', '1', '1'],
    ['2', '2', '1', '1', '1'],
  ],
  'k-a-02': [
    ['2', '2', '3', '2', '1'],
    ['0', '0', '0', '0', '1'],
    ['2', '2', '2', '1.5', '1'],
  ],
  'k-b-01': [
    ['3', '3', '3', '3', '3'],
    ['3', '3', '3', '3', '3'],
  ],
};
/** By hand: (8+7)/2, the two closest of 10, 1 and 8.5, and 15. */
const EARNED = { 'k-a-01': '7.5', 'k-a-02': '9.25', 'k-b-01': '15' };
const RESULT = 31.75;

let sample: string;
let centre: Centre;
let browser: Browser;
const errors: string[] = [];

/** Signs in by the contract, as the window does, opens the skills paper, writes and hands in. */
async function sitSkills(): Promise<string> {
  const anyone = createHttpClient({ origin: centre.origin, token: () => null });
  const { token, attempt, examination } = await anyone('candidateSignIn', {
    ...{ protocol: PROTOCOL_VERSION, admissionNo: WANG.admissionNo, identityNo: WANG.identityNo },
    ...{ computerId: 'computer-1', platform: 'test', takeOver: false },
  });
  const call = createHttpClient({ origin: centre.origin, token: () => token });
  await call('consent', {});
  await call('identityCheck', matching);
  const opened = () =>
    call('paperKey', {}, { sessionId: SKILLS }).then(
      () => true,
      () => false,
    );
  await expect.poll(opened, WAIT).toBe(true);
  const bodies = Object.entries(ANSWERS).map(
    ([itemId, value]) => ({ type: 'response', sessionId: SKILLS, itemId, value }) as const,
  );
  const entries = await chain(attempt.id, bodies, { at: Date.now() });
  const socket = io(`${centre.origin}${candidateSocket.namespace}`, {
    auth: { token, protocol: PROTOCOL_VERSION },
    ...{ ca: await centre.certificate(), transports: ['websocket'] },
  });
  await socketRequest(socket, 'entries.append', { epoch: 1, entries }, 10_000);
  socket.disconnect();
  const skills = examination.sessions.find(({ id }) => id === SKILLS);
  await expect.poll(() => Date.now() > (skills?.endsAt ?? 0), WAIT).toBe(true);
  return attempt.id;
}

async function signedIn(login: string, password: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } },
    ...{ locale: 'zh-CN', acceptDownloads: true },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await page.goto(`${centre.origin}/console/`);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  return page;
}
const markerAt = (number: number) => signedIn(`marker${number}`, `yuejuan-2026-${number}`);

/** Types points for each criterion; Enter leads from one to the next and gives after the last. */
async function typePoints(page: Page, points: readonly string[]): Promise<void> {
  for (const each of points) {
    await page.keyboard.type(each);
    await page.keyboard.press('Enter');
  }
}

async function choose(page: Page, itemId: string): Promise<void> {
  await page.getByTestId(`item-${itemId}`).getByRole('button', { name: '开始阅卷' }).click();
  await page.getByTestId('response-text').first().waitFor();
}

/** Marks the one response of an item and comes back to the list. */
async function markItem(page: Page, itemId: string, points: readonly string[]): Promise<void> {
  await choose(page, itemId);
  await typePoints(page, points);
  await page.getByText('这道题现在没有待你评的作答了').waitFor();
  await page.getByRole('button', { name: '返回题目列表' }).first().click();
}

beforeAll(async () => {
  sample = await partOfSample('labour-3');
  centre = await startCentre({ sessionInSeconds: 3, durationSeconds: 20, breakSeconds: 2 }, sample);
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...BROWSER_ARGUMENTS] });
});
afterAll(async () => {
  await browser?.close();
  await centre?.close();
  if (sample) await rm(sample, { recursive: true });
});

describe('[MARK-1] what a candidate wrote, read by three markers in a real browser', () => {
  let attemptId: string;
  it('is offered only once the session is over, and tells nothing of the candidate', async () => {
    const page = await markerAt(1);
    await page.getByText('现在没有需要阅卷的试卷').waitFor();
    attemptId = await sitSkills();
    const refreshed = async () => {
      await page.getByRole('button', { name: '刷新' }).click();
      return page.getByTestId('item-k-a-01').count();
    };
    await expect.poll(refreshed, WAIT).toBe(1);
    expect(await page.getByTestId('item-k-c-01').getAttribute('data-for-me')).toBe('0');
    await expectAccessible(page);
    await choose(page, 'k-a-01');
    expect(await page.getByTestId('response-text').innerText()).toBe((ANSWERS['k-a-01'] as { text: string }).text);
    const seen = await page.content();
    for (const secret of [WANG.name, WANG.admissionNo, WANG.identityNo, attemptId]) expect(seen).not.toContain(secret);
    await expectAccessible(page);

    // Too many points are told at once and not given; nothing that was typed is lost.
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.getByText('请填 0 到 2 之间的分数').waitFor();
    await page.keyboard.press('Control+A');
    await typePoints(page, ['1', '0', '0', '0', '0']);
    await page.getByText('：1 分').waitFor();
    await page.getByRole('button', { name: '更正上一份' }).click();
    await page.getByText('更正已给的分').waitFor();
    for (const each of TYPED['k-a-01']?.[0] ?? []) {
      await page.keyboard.type(each);
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.getByText('：8 分').waitFor();
    await page.getByRole('button', { name: '返回题目列表' }).first().click();
    for (const itemId of ['k-a-02', 'k-b-01']) await markItem(page, itemId, TYPED[itemId]?.[0] ?? []);
    await page.context().close();
  });

  it('is read again by a second, and by a third only where they differ', async () => {
    const second = await markerAt(2);
    for (const itemId of Object.keys(TYPED)) await markItem(second, itemId, TYPED[itemId]?.[1] ?? []);
    await second.context().close();
    const third = await markerAt(3);
    await third.getByTestId('item-k-a-02').waitFor();
    for (const itemId of ['k-a-01', 'k-b-01']) {
      expect(await third.getByTestId(`item-${itemId}`).getAttribute('data-settled')).toBe('1');
    }
    await markItem(third, 'k-a-02', TYPED['k-a-02']?.[2] ?? []);
    await expect.poll(() => third.getByTestId('item-k-a-02').getAttribute('data-settled'), WAIT).toBe('1');
    await third.context().close();
  });

  it('is a result that the organiser sees, item by item, and exports', async () => {
    const page = await signedIn(SAMPLE_ORGANISER.login, SAMPLE_ORGANISER.password);
    await page.getByRole('link', { name: '成绩' }).click();
    const row = page.getByTestId(`result-${WANG.admissionNo}`);
    await row.getByText(`${RESULT} 分`).waitFor();
    expect(await row.locator('[data-session=labour-3-theory]').getAttribute('data-state')).toBe('absent');
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出全部成绩' }).click(),
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(await download.path())) as never);
    const sheet = workbook.getWorksheet('劳动关系协调员三级');
    const heads = sheet?.getRow(1).values as string[];
    const cells = sheet?.getRow(2).values as unknown[];
    const cellOf = (head: string) => cells[heads.findIndex((each) => each?.includes(head))];
    expect([cellOf('准考证号'), cellOf('姓名')]).toEqual([WANG.admissionNo, WANG.name]);
    const skills = heads.findIndex((each) => each?.includes('专业能力考核 成绩'));
    expect(cells.slice(skills, skills + 3)).toEqual([RESULT, 0, '已完成']);

    await row.getByRole('button', { name: `查看${WANG.name}的逐题得分` }).click();
    for (const [itemId, earned] of Object.entries(EARNED)) {
      expect(await page.getByTestId(`item-${itemId}`).locator('strong').first().innerText()).toBe(earned);
    }
    expect(await page.getByTestId('item-k-c-01').getAttribute('data-state')).toBe('blank');
    await page.getByTestId('item-k-a-01').locator('summary').click();
    await page.getByText('（已更正，不计）').waitFor();
    await expectAccessible(page);
    await page.context().close();
    expect(errors).toEqual([]);
  });

  it('[RES-1] [RES-2] is published, with what adjudication wrote beside it, and read by its candidate', async () => {
    const anyone = createHttpClient({ origin: centre.origin, token: () => null });
    const as = async (login: string, password: string) => {
      const { token } = await anyone('staffSignIn', { login, password });
      return createHttpClient({ origin: centre.origin, token: () => token });
    };
    const chief = await as('chief1', 'zhukao-2026-1');
    const reviewer = await as('reviewer1', 'shenhe-2026-1');
    const proctor = await as('proctor1', 'jiankao-2026-1');
    const report = { sessionId: SKILLS, kind: 'no_face' as const, from: 0, until: 1, findings: [] };
    const { caseId } = await proctor('reportCase', { report, text: '离座' }, { attemptId });
    const verdict = { verdict: 'sustained', ground: 'r5.left_seat', text: '离座四分钟' } as const;
    await reviewer('judgeCase', verdict, { caseId });
    await chief('decideCase', verdict, { caseId });

    const organiser = await signedIn(SAMPLE_ORGANISER.login, SAMPLE_ORGANISER.password);
    await organiser.getByRole('link', { name: '成绩' }).click();
    await organiser.getByRole('button', { name: '公布…' }).click();
    await organiser.getByLabel('公布时间（北京时间）').fill('2020-11-16T09:00');
    await expectAccessible(organiser);
    await organiser.getByRole('button', { name: '公布', exact: true }).click();
    await organiser.getByText('考生可以查询').waitFor();
    await organiser.context().close();

    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) errors.push(message.text());
    });
    await page.goto(`${centre.origin}/results/`);
    await page.getByLabel('准考证号').fill(WANG.admissionNo);
    await page.getByLabel('身份证号码').fill('210102199001010008');
    await page.getByRole('button', { name: '查询成绩' }).click();
    await page.getByText('身份证号码应为18位').waitFor();
    await page.getByLabel('身份证号码').fill(WANG.identityNo);
    await expectAccessible(page);
    await page.getByRole('button', { name: '查询成绩' }).click();
    await page.getByRole('heading', { name: WANG.name }).waitFor({ timeout: 30_000 });
    const skills = page.locator(`[data-session=${SKILLS}]`);
    expect(await skills.locator('.score').innerText()).toBe(`${RESULT} 分`);
    expect(await skills.locator('.annotation').innerText()).toContain('违纪：第5条 逃避监考：离座。离座四分钟');
    expect(await page.locator('[data-session=labour-3-theory]').getAttribute('data-state')).toBe('absent');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await skills.locator('.score').innerText()).toBe(`${RESULT} points`);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByLabel('Identity number').inputValue()).toBe('');
    await context.close();
    expect(errors).toEqual([]);
  });
});
