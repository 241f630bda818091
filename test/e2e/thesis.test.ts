import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { ensureChromium } from '../../build/runtimes/chromium.ts';
import { docx, pdf } from '../../server/submitted-files/files.fixture.ts';
import { SAMPLE_ORGANISER } from '../contract/server/part-of-sample.ts';
import { openBrowser } from '../rehearsal/browser.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import { signIn } from '../rehearsal/exam-entry.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import type { SampleCandidate } from '../rehearsal/sample-roster.ts';
import { type StaffApi, signInStaff } from '../rehearsal/staff-api.ts';
import { expectAccessible } from './accessible.ts';

const MEGABYTE = 1024 * 1024;

let premises: Premises;
let exam: ExamProcess;
let lin: SampleCandidate;
let organiser: StaffApi;
let folder: string;

beforeAll(async () => {
  const { electron } = await prepare();
  premises = await openPremises(electron, { sessionInSeconds: 1_800, durationSeconds: 600, breakSeconds: 5 });
  const { candidates, staff } = premises.roster;
  const candidate = candidates.find(({ examination }) => examination === 'labour-2');
  const account = staff.find(({ role }) => role === 'organiser');
  if (!candidate || !account) throw new Error('the sample roster has no candidate with a thesis, or no organiser');
  lin = candidate;
  const { centre } = premises;
  organiser = await signInStaff(centre.origin, await centre.certificate(), account);
  premises.onClose(async () => organiser.close());
  folder = await premises.newFolder();
  exam = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
});

afterAll(async () => {
  await exam?.close();
  await premises?.close();
});

/** A file on the candidate's disk. */
async function written(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}
const choose = (path: string) => exam.page.getByTestId('thesis-file').setInputFiles(path);
const held = async () => (await organiser.call('sessionTheses', {}, { sessionId: 'labour-2-review' })).theses;

describe('[SUB-1] a thesis, in the real shell', () => {
  it('is one of two cards where a session may be sat as well, and its page needs no camera', async () => {
    const { page } = exam;
    await page.getByText('综合评审（提交论文）').first().waitFor();
    await signIn(page, lin);
    await page.getByRole('heading', { name: '请选择现在要做的事' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '提交论文' }).click();
    await page.getByRole('heading', { name: '论文要求' }).waitFor();
    await page.getByText('一个 PDF、DOCX 文件，不超过 20 MB，5～30 页。').waitFor();
    await page.getByText('还没有收到你的论文').waitFor();
    await expectAccessible(page);
  });

  it('that cannot be what is asked is told so in words, before or after it was sent, and nothing is lost', async () => {
    const { page } = exam;
    await choose(await written('旧格式.doc', Buffer.from('x')));
    await page.getByRole('alert').getByText('没有接收“旧格式.doc”').waitFor();
    await choose(await written('太短.pdf', pdf(2)));
    await page.getByRole('alert').getByText('文件只有 2 页，至少要 5 页').waitFor();
    await expectAccessible(page);
    expect(await held()).toEqual([]);
  });

  it('goes on where the line broke, and shows the receipt that the exam centre has', async () => {
    const { page } = exam;
    const bytes = Buffer.concat([pdf(6), Buffer.alloc(15 * MEGABYTE, ' ')]);
    const offsets: number[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    premises.home.cutAfter(6 * MEGABYTE);
    await choose(await written('我的论文.pdf', bytes));
    await page.getByText('网络中断，上传已暂停').waitFor();
    await expectAccessible(page);
    premises.home.mend();
    await page.getByText('论文已收到').waitFor({ timeout: 60_000 });
    expect(offsets[0]).toBe(0);
    expect(offsets.at(-1)).toBeGreaterThan(MEGABYTE);
    const [thesis] = await held();
    expect(thesis).toMatchObject({
      ...{ fileName: '我的论文.pdf', pages: 6, bytes: bytes.length, admissionNo: lin.admissionNo, counts: true },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await page.getByTestId('thesis-receipt').textContent()).toBe(thesis?.receiptNo);
    await page.getByText(`校验码 ${thesis?.sha256.slice(0, 8)}`).waitFor();
    await expectAccessible(page);
  });

  it('is replaced by a later one, and the earlier receipt stays', async () => {
    const { page } = exam;
    await choose(await written('第二稿.docx', await docx(12)));
    await expect.poll(() => page.getByTestId('thesis-receipt').count()).toBe(2);
    const theses = await held();
    expect(theses.map(({ fileName, counts }) => [fileName, counts])).toEqual([
      ['第二稿.docx', true],
      ['我的论文.pdf', false],
    ]);
    expect(await page.getByTestId('thesis-receipt').allTextContents()).toEqual(
      theses.map(({ receiptNo }) => receiptNo),
    );
    await page.getByText('已被替换').waitFor();
  });

  it('is listed for the organiser with its candidate, and saved under a name that tells whose it is', async () => {
    const browser = await openBrowser(await ensureChromium());
    const desk = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
    await desk.goto(`${premises.centre.origin}/console/`);
    await desk.getByLabel('用户名').fill(SAMPLE_ORGANISER.login);
    await desk.getByLabel('密码').fill(SAMPLE_ORGANISER.password);
    await desk.getByRole('button', { name: '登录' }).click();
    await desk.getByRole('link', { name: '论文' }).click();
    await desk.getByLabel('场次').selectOption('labour-2-review');
    await desk.getByText('已收到 1 名考生的论文，共 2 份').waitFor();
    await expectAccessible(desk);
    const [newest] = await held();
    const row = desk.getByTestId(`thesis-${newest?.receiptNo}`);
    expect(await row.innerText()).toMatch(/第二稿\.docx.*12 页.*有效/s);
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      row.getByRole('button', { name: '保存' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${lin.admissionNo}_${newest?.receiptNo}.docx`);
    expect(
      createHash('sha256')
        .update(await readFile(await download.path()))
        .digest('hex'),
    ).toBe(newest?.sha256);
    await browser.close();
  });

  it('that was begun before the window was killed goes on when the same file is chosen again', async () => {
    const bytes = Buffer.concat([pdf(7), Buffer.alloc(15 * MEGABYTE, ' ')]);
    const path = await written('第三稿.pdf', bytes);
    const dataDir = await premises.newFolder();
    await exam.close();
    exam = await premises.openExam(EMPTY_CHAIR, dataDir);
    await enterThesis();
    premises.home.cutAfter(6 * MEGABYTE);
    await choose(path);
    await exam.page.getByText('网络中断，上传已暂停').waitFor();
    await exam.kill();
    premises.home.mend();
    exam = await premises.openExam(EMPTY_CHAIR, dataDir);
    await enterThesis();
    await exam.page.getByText('“第三稿.pdf”上次没有传完').waitFor();
    const offsets: number[] = [];
    exam.page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    await choose(path);
    await exam.page.getByText('论文已收到').waitFor({ timeout: 60_000 });
    expect(offsets).toEqual([expect.any(Number)]);
    expect(offsets[0]).toBeGreaterThan(MEGABYTE);
    expect((await held())[0]).toMatchObject({ fileName: '第三稿.pdf', pages: 7, bytes: bytes.length, counts: true });
  });
});

/** Signs in and goes to the thesis; a window that was killed may still count as online. */
async function enterThesis(): Promise<void> {
  const { page } = exam;
  await signIn(page, lin);
  const takeOver = page.getByRole('button', { name: '在本机继续' });
  const thesis = page.getByRole('button', { name: '提交论文' });
  await takeOver.or(thesis).first().waitFor();
  if (await takeOver.isVisible()) await takeOver.click();
  await thesis.click();
  await page.getByText('已收到的论文').waitFor();
}
