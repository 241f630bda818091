import type { Browser, Page } from 'playwright-core';
import type { Camera } from '../../shared/contract/views.ts';

/** The proctor at the wall, in a real browser. */
export interface Proctor {
  page: Page;
  /** Frames of one camera that this proctor's browser has decoded so far. */
  framesDecoded(admissionNo: string, camera: Camera): Promise<number>;
  /** Waits until a live picture has decoded more than `frames` frames; the count then, or null when it never does. */
  seesMoreThan(frames: number, admissionNo: string, camera: Camera): Promise<number | null>;
  /** Opens the candidate, compares the pictures and confirms. */
  confirmIdentity(admissionNo: string): Promise<void>;
  /** Opens the candidate, compares the pictures and refuses with the first reason offered. */
  refuseIdentity(admissionNo: string): Promise<void>;
}

export async function openProctor(
  browser: Browser,
  origin: string,
  account: { login: string; password: string },
): Promise<Proctor> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
  });
  // The loader of this script names functions through a helper that a page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  await page.goto(`${origin}/console/`);
  await page.getByLabel('用户名').fill(account.login);
  await page.getByLabel('密码').fill(account.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page
    .getByTestId(/^place-/)
    .first()
    .waitFor();

  const video = (admissionNo: string, camera: Camera) => page.getByTestId(`video-${camera}-${admissionNo}`).first();
  const framesDecoded = async (admissionNo: string, camera: Camera): Promise<number> =>
    Number((await video(admissionNo, camera).getAttribute('data-frames')) ?? 0);
  return {
    page,
    framesDecoded,
    seesMoreThan: (frames, admissionNo, camera) =>
      page
        .waitForFunction(
          ([testId, least]) => {
            const seen = document.querySelector<HTMLVideoElement>(`[data-testid="${testId}"]`)?.dataset.frames;
            return Number(seen ?? 0) > Number(least);
          },
          [`video-${camera}-${admissionNo}`, frames] as const,
          { timeout: 45_000 },
        )
        .then(
          () => framesDecoded(admissionNo, camera),
          () => null,
        ),
    confirmIdentity: (admissionNo) => decide(page, admissionNo, 'confirmed'),
    refuseIdentity: (admissionNo) => decide(page, admissionNo, 'refused'),
  };
}

async function decide(page: Page, admissionNo: string, decision: 'confirmed' | 'refused'): Promise<void> {
  const name = decision === 'confirmed' ? '确认是本人' : '拒绝';
  await page.getByTestId(`place-${admissionNo}`).getByRole('button').first().click();
  await page.getByTestId('identity-check').first().waitFor();
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /身份|本人/ });
  if (decision === 'refused') await dialog.getByRole('button', { name: '照片与登记照不是同一人' }).click();
  await dialog.getByRole('button', { name, exact: true }).click();
  const state = decision === 'confirmed' ? 'verified' : 'refused';
  await page.locator(`[data-testid=identity-state][data-identity=${state}]`).waitFor();
  await page.keyboard.press('Escape');
}
