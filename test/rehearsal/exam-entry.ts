import type { Page } from 'playwright-core';
import type { SampleCandidate } from './sample-roster.ts';

/** Keeps a picture of the screen now shown. */
export type KeepScreen = (name: string) => Promise<void>;

/** The way from the first screen to the waiting room, as the candidate walks it. */

export async function signIn(page: Page, candidate: SampleCandidate): Promise<void> {
  await page.getByLabel('准考证号').fill(candidate.admissionNo);
  await page.getByLabel('身份证号码').fill(candidate.identityNo);
  await page.getByRole('button', { name: '登录' }).click();
}

export async function agreeAndReadRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我已阅读并同意' }).click();
  await page.getByRole('button', { name: '我已阅读并遵守' }).click();
}

/** Types a wrong last digit; the words the window answers with. */
export async function mistypeIdentity(page: Page, candidate: SampleCandidate): Promise<string> {
  const wrong = candidate.identityNo.slice(0, -1) + (candidate.identityNo.endsWith('1') ? '2' : '1');
  await signIn(page, { ...candidate, identityNo: wrong });
  return (await page.getByRole('alert').first().textContent()) ?? '';
}

const similarityShown = async (page: Page): Promise<number | null> => {
  const shown = page.getByTestId('similarity');
  return (await shown.count()) > 0 ? Number(await shown.first().getAttribute('data-value')) : null;
};

/** Waits for the face to be recognised and goes on; the similarity the window shows, null for an enrolment. */
export async function passIdentity(page: Page, keep: KeepScreen): Promise<number | null> {
  await page.getByRole('heading', { name: '身份核验' }).waitFor();
  await keep('03-identity');
  const proceed = page.getByRole('button', { name: '继续', exact: true });
  await proceed.waitFor({ timeout: 120_000 });
  const similarity = await similarityShown(page);
  await keep('04-recognised');
  await proceed.click();
  return similarity;
}

/** Tries until the window hands the decision to a proctor; the best similarity shown on the way. */
export async function failIdentity(page: Page): Promise<{ tries: number; best: number | null }> {
  const again = page.getByRole('button', { name: '再试一次' });
  const pending = page.getByText('监考员正在确认你的身份');
  const scores: number[] = [];
  for (;;) {
    await again.or(pending).first().waitFor({ timeout: 120_000 });
    const score = await similarityShown(page);
    if (score !== null) scores.push(score);
    if (await pending.isVisible()) break;
    await again.click();
    await again.waitFor({ state: 'detached' });
  }
  return { tries: scores.length, best: scores.length > 0 ? Math.max(...scores) : null };
}

/** Lets the rehearsal hear the tones: counts them where they are started. */
async function countTones(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const heard = { tones: 0 };
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...args) {
      heard.tones += 1;
      return start.apply(this, args);
    };
    return heard;
  });
  return () => counter.evaluate(({ tones }) => tones);
}

async function hearTones(page: Page): Promise<void> {
  const row = page.locator('[data-check=speaker]');
  const tones = await countTones(page);
  await row.getByRole('button', { name: '播放提示音' }).click();
  await page.getByText('你听到了几声？').waitFor();
  await row.getByRole('button', { name: `${await tones()} 声`, exact: true }).click();
}

export interface DeviceCheckSeen {
  /** Row -> `passed`, `warning` or `failed`. */
  results: Record<string, string>;
}

/** Goes through the device check: hears the tones, pairs the phone unless it is live, enters the waiting room. */
export async function passDeviceCheck(
  page: Page,
  pairPhone: (url: string) => Promise<unknown>,
  keep: KeepScreen,
): Promise<DeviceCheckSeen> {
  await page.getByRole('heading', { name: '设备检测' }).waitFor();
  const row = (check: string) => page.locator(`[data-check=${check}]`);
  const code = page.getByTestId('phone-qr');
  await code.or(page.getByText('手机已连接')).first().waitFor();
  const url = await code.getAttribute('data-url', { timeout: 1_000 }).catch(() => null);
  if (url !== null) await pairPhone(url);

  // At re-entry only what may have changed is checked again.
  if ((await row('speaker').count()) > 0) await hearTones(page);
  await page.locator('[data-check=phone][data-result=passed]').waitFor({ timeout: 60_000 });

  const proceed = page.getByRole('button', { name: '进入候考' });
  await proceed.waitFor({ timeout: 120_000 });
  const results = await page
    .locator('[data-check]')
    .evaluateAll((rows) =>
      Object.fromEntries(rows.map((one) => [one.getAttribute('data-check'), one.getAttribute('data-result')])),
    );
  await keep('05-device-check');
  await proceed.click();
  return { results };
}
