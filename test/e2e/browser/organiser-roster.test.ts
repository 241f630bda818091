import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { type Rows, workbookOf, zipOf } from '../../../server/roster-files/workbook.fixture.ts';
import { shanghaiDate } from '../../../shared/domain/exam-calendar.ts';
import { partOfSample, SAMPLE, SAMPLE_ORGANISER, SECOND_ORGANISER } from '../../contract/server/part-of-sample.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { expectAccessible } from '../accessible.ts';

/** The test trusts the centre it started itself. */
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

const LABOUR = '劳动关系协调员';
const [WU, ZHENG, QIAN] = ['11010519491231002X', '440524188001010014', '110105194912310038'];
const day = (days: number) => shanghaiDate(Date.now() + days * 24 * 60 * 60_000);
const GOOD: Rows = {
  applicants: [
    ['吴建国', WU, LABOUR, '三级'],
    ['郑红梅', ZHENG, '育婴员', '五级'],
    ['钱志远', QIAN, LABOUR, '三级'],
  ],
  work: [
    [ZHENG, '保育员', '2015-03-01', '至今'],
    [QIAN, LABOUR, '2012-07', ''],
  ],
  certificates: [[QIAN, '企业人力资源管理师', '四级', '2013-06-30']],
  education: [[WU, '硕士', '法学', '毕业']],
};

let sample: string;
let centre: Centre;
let browser: Browser;
let desk: Page;
const errors: string[] = [];

beforeAll(async () => {
  sample = await partOfSample('labour-3', 'infant-5', 'infant-4', 'infant-3');
  centre = await startCentre({ sessionInSeconds: 600, durationSeconds: 1200, breakSeconds: 60 }, sample);
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...BROWSER_ARGUMENTS] });
  desk = await rosterOf(SAMPLE_ORGANISER);
});

/** The list of batches, before an organiser of the sample. */
async function rosterOf({ login, password }: typeof SAMPLE_ORGANISER): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await page.goto(`${centre.origin}/console/`);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '报名' }).click();
  return page;
}
afterAll(async () => {
  await browser?.close();
  await centre?.close();
  if (sample) await rm(sample, { recursive: true });
});

const photo = (name: string) => readFile(join(SAMPLE, 'photos', name));

/** Two photos side by side in one picture. */
async function pair(left: Buffer, right: Buffer): Promise<Buffer> {
  const pictures = [left, right].map((bytes) => jpeg.decode(bytes));
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const data = Buffer.alloc(width * height * 4, 255);
  let from = 0;
  for (const picture of pictures) {
    for (let row = 0; row < picture.height; row += 1) {
      const line = picture.data.subarray(row * picture.width * 4, (row + 1) * picture.width * 4);
      data.set(line, (row * width + from) * 4);
    }
    from += picture.width;
  }
  return Buffer.from(jpeg.encode({ width, height, data }, 90).data);
}
/** A wall. */
function faceless(): Buffer {
  const [width, height] = [400, 500];
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < data.length; at += 1) if (at % 4 !== 3) data[at] = 120 + ((at >> 6) % 60);
  return Buffer.from(jpeg.encode({ width, height, data }, 90).data);
}

const choose = (label: string, name: string, buffer: Buffer) =>
  desk.getByLabel(label, { exact: true }).and(desk.locator('input')).setInputFiles({ name, mimeType: '', buffer });
const panel = (name: RegExp) => desk.getByRole('tab', { name }).click();
const step = () => desk.getByTestId('steps').getAttribute('data-state');
const verdicts = () =>
  desk
    .locator('[data-testid=photos] li')
    .evaluateAll((cards) =>
      Object.fromEntries(cards.map((card) => [card.getAttribute('data-identity'), card.getAttribute('data-verdict')])),
    );

it('an organiser makes a batch with the dates of annex 3', async () => {
  await desk.getByRole('button', { name: '新建批次' }).click();
  await desk.getByRole('button', { name: '新建', exact: true }).click();
  await desk.getByText('请填写报名机构的名称。').waitFor();
  await desk.getByLabel('考生数据提交单位（报名机构）').fill('沈阳市第一职业培训学校');
  for (const [label, days] of [
    ['上报截止', 3],
    ['缴费截止', 10],
    ['修改申请截止', 20],
  ] as const) {
    await desk.getByLabel(label).fill(day(days));
  }
  await desk.getByRole('button', { name: '新建', exact: true }).click();
  await desk.getByRole('heading', { name: '沈阳市第一职业培训学校' }).waitFor();
  expect(await step()).toBe('reported');
});

it('a roster with faults is told cell by cell and not imported', async () => {
  const applicants = [
    ['吴建国', Number(WU.slice(0, 17)), LABOUR, '三级'],
    ['郑红梅', ZHENG, '育婴员', '二级'],
    ['', QIAN, LABOUR, '三级'],
  ];
  await choose('选择报名表…', 'faulty.xlsx', await workbookOf({ applicants }));
  await desk.getByTestId('faults').waitFor();
  const rows = await desk
    .locator('[data-testid=faults] tbody tr')
    .evaluateAll((lines) => lines.map((line) => [line.getAttribute('data-kind'), line.children[2]?.textContent]));
  expect(rows).toEqual([
    ['identity_lost_digits', 'B2'],
    ['examination_not_offered', 'D3'],
    ['value_missing', 'A4'],
  ]);
  await expectAccessible(desk);
});

it('a roster without faults is imported, and each applicant is told the clause that is met or what is missing', async () => {
  const { certificates: _, ...incomplete } = GOOD;
  await choose('选择报名表…', 'roster.xlsx', await workbookOf(incomplete));
  await desk.getByRole('button', { name: '导入 3 名考生' }).click();
  await desk.getByText('已导入 3 名考生。').waitFor();
  await panel(/资格/);
  const line = (identityNo: string) => desk.locator(`tr[data-identity="${identityNo}"]`);
  expect(await line(WU).textContent()).toContain('第（5）条');
  expect(await line(ZHENG).textContent()).toContain('第（1）条');
  expect(await line(QIAN).textContent()).toMatch(/不符合.*缺本职业或相关职业四级证书/);
  await expectAccessible(desk);
  await panel(/承诺/);
  await choose('上传签字扫描件…', 'scan.pdf', Buffer.from('%PDF-1.7'));
  await desk.getByText('有 1 名考生不符合申报条件').waitFor();
  await panel(/导入/);
  await choose('选择报名表…', 'roster.xlsx', await workbookOf(GOOD));
  await desk.getByRole('button', { name: '导入 3 名考生' }).click();
  await desk.getByText('已导入 3 名考生。').waitFor();
});

it('photos without exactly one face are found by the browser’s own vision, and replaced', async () => {
  const [one, other] = [await photo('LD20260001.jpg'), await photo('LD20260002.jpg')];
  const photos = { [`${WU}.jpg`]: one, [`${ZHENG}.jpg`]: await pair(one, other), [`${QIAN}.jpg`]: faceless() };
  await choose('选择照片压缩包…', 'photos.zip', await zipOf(photos));
  await desk.getByText('已收下 3 张照片').waitFor();
  await panel(/照片/);
  await desk.getByRole('button', { name: '检查 3 张照片' }).click();
  await expect.poll(verdicts, { timeout: 60_000 }).toEqual({
    [WU]: 'usable',
    [ZHENG]: 'several_faces',
    [QIAN]: 'no_face',
  });
  await expectAccessible(desk);
  await panel(/导入/);
  await choose('选择照片压缩包…', 'photos.zip', await zipOf({ [`${ZHENG}.jpg`]: other, [`${QIAN}.jpg`]: one }));
  await desk.getByText('已收下 2 张照片').waitFor();
  await panel(/照片/);
  await desk.getByRole('button', { name: '检查 2 张照片' }).click();
  await expect.poll(verdicts, { timeout: 60_000 }).toEqual({ [WU]: 'usable', [ZHENG]: 'usable', [QIAN]: 'usable' });
});

it('the declaration has the counts of the roster, alone on the paper; its scan, the payment and the lock follow', async () => {
  await panel(/承诺/);
  const count = (id: string) => desk.locator(`[data-examination="${id}"] td:last-child`).textContent();
  expect([await count('labour-3'), await count('infant-5'), await count('infant-3')]).toEqual(['2', '1', '']);
  const levels = await desk.locator('[data-examination^=infant] td:nth-last-child(2)').allTextContents();
  expect(levels).toEqual(['三级', '四级', '五级']);
  await desk.emulateMedia({ media: 'print' });
  expect(await desk.getByTestId('declaration').isVisible()).toBe(true);
  expect(await desk.getByTestId('steps').isVisible()).toBe(false);
  await desk.emulateMedia({ media: 'screen' });
  await choose('上传签字扫描件…', 'scan.pdf', Buffer.from('%PDF-1.7 signed'));
  await expect.poll(step).toBe('declared');
  await desk.getByRole('button', { name: '确认缴费' }).click();
  await expect.poll(step).toBe('paid');
  await desk.getByRole('button', { name: '锁定名单，生成准考证号' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '锁定名单，生成准考证号' }).click();
  await expect.poll(step).toBe('locked');
  await panel(/资格/);
  const numbers = await desk.locator('[data-testid=eligibility] tbody td:nth-child(4)').allTextContents();
  expect(numbers).toEqual([
    expect.stringMatching(/^LD\d{8}$/),
    expect.stringMatching(/^YY\d{8}$/),
    expect.stringMatching(/^LD\d{8}$/),
  ]);
});

it('a late change, of a photo too, is requested by one, approved by another and found in the trail', async () => {
  await desk.getByRole('button', { name: '明细 郑红梅' }).click();
  await desk.getByLabel('改为').fill('郑红媚');
  await desk.getByLabel('理由').fill('与身份证不符');
  await desk.getByRole('button', { name: '提交修改申请' }).click();
  await desk.getByText('申请已提交').waitFor();
  await desk.getByLabel('修改项目').selectOption('照片');
  await choose('选择新照片…', 'new.jpg', await photo('LD20260001.jpg'));
  await desk.locator('[data-testid=photo-choice][data-verdict=usable]').waitFor({ timeout: 60_000 });
  await desk.getByLabel('理由').fill('原照片不清楚');
  await desk.getByRole('button', { name: '提交修改申请' }).click();
  await desk.getByText('申请已提交').waitFor();
  await desk.getByRole('button', { name: '关闭' }).click();
  await panel(/修改申请/);
  await desk.getByText('须由另一位考务人员处理').first().waitFor();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: '同意', exact: true }).first().click();
  await desk.getByText('修改申请不能由提交人自己处理').waitFor();

  const other = await rosterOf(SECOND_ORGANISER);
  await other.getByRole('button', { name: /沈阳市第一职业培训学校/ }).click();
  await other.getByRole('tab', { name: /修改申请/ }).click();
  await other.locator('[data-testid=asked-photos] img').nth(1).waitFor();
  await expectAccessible(other);
  const approved = other.locator('[data-testid=changes] tr[data-state=approved]');
  for (const done of [1, 2]) {
    await other.getByRole('button', { name: '同意', exact: true }).first().click();
    await expect.poll(() => approved.count()).toBe(done);
  }
  await other.getByRole('tab', { name: /资格/ }).click();
  await other.getByRole('button', { name: '明细 郑红媚' }).click();
  await expect
    .poll(() => other.getByTestId('trail').textContent())
    .toMatch(/提交修改申请 姓名 郑红梅 → 郑红媚（与身份证不符）.*提交修改申请 照片（原照片不清楚）.*同意修改/s);
  await other.context().close();
});

it('nothing broke the page’s rules on the way', () => {
  expect(errors).toEqual([]);
});
