import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { projectPath } from '../../../build/project.ts';
import { workbookOf, zipOf } from '../../../server/roster-files/workbook.fixture.ts';
import { shanghaiDate } from '../../../shared/domain/exam-calendar.ts';
import type { SampleCandidate } from '../sample-roster.ts';

const DAY_MS = 24 * 60 * 60_000;
const OCCUPATION = '劳动关系协调员';
const INSTITUTION = '沈阳市第一职业培训学校';

const day = (days: number): string => shanghaiDate(Date.now() + days * DAY_MS);

export interface Registered {
  /** As they sign in: with the admission numbers that were given to them. */
  candidates: SampleCandidate[];
  /** What the organiser's browser said of each photo. */
  verdicts: (string | null)[];
}

/**
 * An organiser registers the applicants in the console, through the steps of annex 3: reported with their photos, declared,
 * paid, locked.
 */
export async function register(
  browser: Browser,
  origin: string,
  organiser: { login: string; password: string },
  applicants: readonly SampleCandidate[],
): Promise<Registered> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
  const desk = await context.newPage();
  await desk.goto(`${origin}/console/`);
  await desk.getByLabel('用户名').fill(organiser.login);
  await desk.getByLabel('密码').fill(organiser.password);
  await desk.getByRole('button', { name: '登录' }).click();
  await desk.getByRole('link', { name: '报名' }).click();
  await makeBatch(desk);
  await choose(desk, '选择报名表…', 'roster.xlsx', await rosterOf(applicants));
  await desk.getByRole('button', { name: `导入 ${applicants.length} 名考生` }).click();
  await desk.getByText(`已导入 ${applicants.length} 名考生。`).waitFor();
  const verdicts = await bringPhotos(desk, applicants);
  await panel(desk, /承诺/);
  await choose(desk, '上传签字扫描件…', 'scan.pdf', Buffer.from('%PDF-1.7 signed'));
  await reaches(desk, 'declared');
  await desk.getByRole('button', { name: '确认缴费' }).click();
  await reaches(desk, 'paid');
  await desk.getByRole('button', { name: '锁定名单，生成准考证号' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '锁定名单，生成准考证号' }).click();
  await reaches(desk, 'locked');
  await panel(desk, /资格/);
  const candidates: SampleCandidate[] = [];
  for (const applicant of applicants) {
    const line = desk.locator(`[data-testid=eligibility] tr[data-identity="${applicant.identityNo}"]`);
    candidates.push({ ...applicant, admissionNo: (await line.locator('td:nth-child(4)').textContent()) ?? '' });
  }
  await context.close();
  return { candidates, verdicts };
}

const panel = (desk: Page, name: RegExp) => desk.getByRole('tab', { name }).click();
const reaches = (desk: Page, state: string) => desk.locator(`[data-testid=steps][data-state=${state}]`).waitFor();
const choose = (desk: Page, label: string, name: string, buffer: Buffer) =>
  desk.getByLabel(label, { exact: true }).and(desk.locator('input')).setInputFiles({ name, mimeType: '', buffer });

/** A master of law may apply for the third level at once (annex 7). */
const rosterOf = (applicants: readonly SampleCandidate[]): Promise<Buffer> =>
  workbookOf({
    applicants: applicants.map(({ name, identityNo }) => [name, identityNo, OCCUPATION, '三级']),
    education: applicants.map(({ identityNo }) => [identityNo, '硕士', '法学', '毕业']),
  });

async function makeBatch(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: '新建批次' }).click();
  await desk.getByLabel('考生数据提交单位（报名机构）').fill(INSTITUTION);
  for (const [label, days] of [
    ['上报截止', 3],
    ['缴费截止', 10],
    ['修改申请截止', 20],
  ] as const) {
    await desk.getByLabel(label).fill(day(days));
  }
  await desk.getByRole('button', { name: '新建', exact: true }).click();
  await desk.getByRole('heading', { name: INSTITUTION }).waitFor();
}

/** Whoever has none will be photographed at entry. */
async function bringPhotos(desk: Page, applicants: readonly SampleCandidate[]): Promise<(string | null)[]> {
  const files: Record<string, Buffer> = {};
  for (const { identityNo, photo } of applicants) {
    if (photo) files[`${identityNo}.jpg`] = await readFile(projectPath('assets/sample/photos', photo));
  }
  const count = Object.keys(files).length;
  await choose(desk, '选择照片压缩包…', 'photos.zip', await zipOf(files));
  await desk.getByText(`已收下 ${count} 张照片`).waitFor();
  await panel(desk, /照片/);
  await desk.getByRole('button', { name: `检查 ${count} 张照片` }).click();
  const judged = desk.locator('[data-testid=photos] li:not([data-verdict=unseen])');
  await judged.nth(count - 1).waitFor({ timeout: 60_000 });
  return judged.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-verdict')));
}
