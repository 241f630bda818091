import { readFile, rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { cellAt, workbookFrom } from '../../../server/paper-files/broken-file.fixture.ts';
import { readPaperFile } from '../../../server/paper-files/read-paper-file.ts';
import { COMPONENTS } from '../../../shared/domain/paper.ts';
import { partOfSample, SAMPLE_ORGANISER } from '../../contract/server/part-of-sample.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { expectAccessible } from '../accessible.ts';

/** The test trusts the centre it started itself. */
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

/** Where pictures of the screens go, for somebody to look at. */
const SCREENS = process.env.YUNKAO_SCREENS;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let sample: string;
let centre: Centre;
let browser: Browser;
let desk: Page;
const errors: string[] = [];

beforeAll(async () => {
  sample = await partOfSample('infant-5');
  centre = await startCentre({ sessionInSeconds: 1200, durationSeconds: 1200, breakSeconds: 60 }, sample);
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...BROWSER_ARGUMENTS] });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
  desk = await context.newPage();
  desk.on('pageerror', (error) => errors.push(String(error)));
  desk.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await desk.goto(`${centre.origin}/console/`);
  await desk.getByLabel('用户名').fill(SAMPLE_ORGANISER.login);
  await desk.getByLabel('密码').fill(SAMPLE_ORGANISER.password);
  await desk.getByRole('button', { name: '登录' }).click();
  await desk.getByRole('link', { name: '试卷' }).click();
});
afterAll(async () => {
  await browser?.close();
  await centre?.close();
  if (sample) await rm(sample, { recursive: true });
});

const look = async (name: string) => {
  if (SCREENS) await desk.screenshot({ path: `${SCREENS}/${name}.png`, fullPage: true });
};
const choose = (name: string, buffer: Buffer, mimeType = XLSX) =>
  desk.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
async function saved(button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path());
}
const present = () => desk.getByTestId('present').getByTestId('summary').innerText();
let exported: Buffer;

it('an organiser sees every session with its paper against annex 2, and opens one', async () => {
  const row = desk.locator('[data-session=infant-5-skills]');
  await row.waitFor();
  expect(await row.innerText()).toMatch(/100 \/ 100/);
  await look('papers-list');
  await expectAccessible(desk);
  await row.getByRole('button', { name: /打开/ }).click();
  expect(await present()).toContain('16 题');
  exported = await saved('导出 XLSX');
});

it('a broken workbook is told cell by cell, and nothing of it is imported', async () => {
  const before = await present();
  const broken = await workbookFrom(exported, (sheet) => {
    cellAt(sheet('题目'), 'i5k-01', '分值').value = { formula: '3+3', result: 6 };
    cellAt(sheet('题目'), 'i5k-02', '正确答案').value = 'Z';
    cellAt(sheet('题目'), 'i5k-03', '题号').value = 'i5k-04';
    sheet('材料').mergeCells('B2:B3');
  });
  await choose('试卷.xlsx', broken);
  await desk.getByTestId('faults').waitFor();
  const faults = await desk
    .locator('[data-testid=faults] tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-kind'),
        ...[...row.children].slice(0, 3).map((cell) => cell.textContent),
      ]),
    );
  expect(faults).toEqual([
    ['formula', '题目', '2', 'E2'],
    ['key_unknown_option', '题目', '3', expect.stringMatching(/^[A-Z]+3$/)],
    ['id_twice', '题目', '5', 'A5'],
    ['merged_cells', '材料', '2', 'B2:B3'],
  ]);
  expect(await desk.getByRole('button', { name: '导入这份试卷' }).count()).toBe(0);
  await look('papers-faults');
  await expectAccessible(desk);
  await choose('photo.xlsx', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  await desk.getByText('这是一张 PNG 图片').waitFor();
  expect(await present()).toBe(before);
});

it('the workbook put right is imported, and shown as the present paper', async () => {
  const better = await workbookFrom(exported, (sheet) => {
    sheet('试卷').getCell('C2').value = '育婴员五级 操作技能（修订）';
  });
  await choose('试卷.xlsx', better);
  await desk.getByRole('button', { name: '导入这份试卷' }).waitFor();
  await look('papers-clean');
  await desk.getByRole('button', { name: '导入这份试卷' }).click();
  await desk.getByText('已导入').waitFor();
  await desk.getByTestId('present').getByText('育婴员五级 操作技能（修订）').waitFor();
  await look('papers-taken');
});

it('what is then exported as QTI is that paper, and the template is there', async () => {
  const target = { sessionId: 'infant-5-skills', components: COMPONENTS, otherItems: new Map() };
  const { file, faults } = await readPaperFile(await saved('导出 QTI 3.0'), target);
  expect(faults).toEqual([]);
  expect(file?.paper.title).toBe('育婴员五级 操作技能（修订）');
  expect(file?.paper.pictures).toHaveLength(1);
  expect((await readPaperFile(await saved('下载模板'), target)).faults).toEqual([]);
  expect(errors).toEqual([]);
});

it('[LOCK-5] adds programs that may not run, tells what is wrong row by row, and loses nothing', async () => {
  await desk.getByRole('link', { name: '违规程序' }).click();
  await desk.getByText('本场考试没有补充程序。').waitFor();
  await desk.getByRole('button', { name: '添加程序' }).click();
  await desk.getByRole('button', { name: '添加程序' }).click();
  const field = (column: string, row: number) => desk.getByLabel(`第 ${row} 行 ${column}`);
  await field('程序名称', 1).fill('题库大师');
  await field('程序文件名', 1).fill('TikuMaster.exe，tiku');
  await field('程序名称', 2).fill('某输入法');
  await field('程序文件名', 2).fill('SogouCloud.exe');
  await field('监听端口（可不填）', 2).fill('七零七零');
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await desk.getByText('有 2 处需要修改，尚未保存：').waitFor();
  await desk.getByText('第 2 行：“SogouCloud.exe”是输入法。考生要用它打字，不能列入。').waitFor();
  await desk.getByText('第 2 行：“七零七零”不是端口。').waitFor();
  await look('programs-faults');
  expect(await field('程序文件名', 1).inputValue()).toBe('TikuMaster.exe，tiku');
  await desk.getByRole('button', { name: '删除第 2 行' }).click();
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await desk.getByText('已保存。').waitFor();
  await desk.reload();
  await field('程序名称', 1).waitFor();
  expect(await field('程序名称', 1).inputValue()).toBe('题库大师');
  await desk.getByText(/通用清单（版本/).click();
  await expectAccessible(desk);
  await look('programs');
  expect(errors).toEqual([]);
});

it('[VIO-3] tunes when something becomes a violation, says which field is no time, and who changed it', async () => {
  await desk.getByRole('link', { name: '违规规则' }).click();
  await desk.getByText('尚未在此修改过。').waitFor();
  const onset = desk.getByLabel('离座：记录前持续（秒）');
  await onset.fill('很久');
  await desk.getByLabel('环境噪声：检查').uncheck();
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await desk.getByText('有 1 处不是 0 到 14400 之间的秒数，尚未保存。').waitFor();
  await look('rules-fault');
  await onset.fill('２０');
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await desk.getByText('已保存。之后登录的考生按新规则执行。').waitFor();
  await desk.reload();
  await desk.getByText(/最近修改：.*，/).waitFor();
  expect([await onset.inputValue(), await desk.getByLabel('环境噪声：检查').isChecked()]).toEqual(['20', false]);
  await expectAccessible(desk);
  await look('rules');
  expect(errors).toEqual([]);
});
