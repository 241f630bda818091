import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { expectAccessible } from '../accessible.ts';
import { loudness } from '../loudness.ts';

const WAIT = { timeout: 30_000, interval: 250 };

/** The test trusts the centre it started itself. */
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

let centre: Centre;
let browser: Browser;

beforeAll(async () => {
  centre = await startCentre({ sessionInSeconds: 600, durationSeconds: 1200, breakSeconds: 60 });
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...BROWSER_ARGUMENTS] });
});

afterAll(async () => {
  await browser?.close();
  await centre?.close();
});

it('[QUA-2] leads a proctor without a pass to the training room: the same wall, with invented candidates', async () => {
  const errors: string[] = [];
  const trainee = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 } });
  trainee.on('pageerror', (error) => errors.push(String(error)));
  await trainee.goto(`${centre.origin}/console/`);
  await trainee.getByLabel('用户名').fill('proctor3');
  await trainee.getByLabel('密码').fill('jiankao-2026-3');
  await trainee.keyboard.press('Enter');
  await trainee.getByTestId('no-pass').getByRole('link').click();
  await trainee.getByTestId('standing').waitFor();
  await expectAccessible(trainee);
  await trainee.getByRole('button', { name: '开始练习' }).click();
  const picture = trainee.getByTestId('video-rear-PX0012');
  await expect.poll(async () => Number(await picture.getAttribute('data-frames')), WAIT).toBeGreaterThan(5);
  expect(await picture.getAttribute('data-state')).toBe('live');
  await trainee.getByTestId('place-PX0012').getByRole('button').press('Enter');
  await trainee.getByTestId('candidate-PX0012').waitFor();
  await expectAccessible(trainee);
  await trainee.getByRole('button', { name: '收听声音' }).click();
  const raised = trainee.getByTestId('video-front-raised');
  const microphones = () =>
    raised.evaluate((each) => ((each as HTMLVideoElement).srcObject as MediaStream).getAudioTracks().length);
  await expect.poll(microphones, WAIT).toBe(1);
  // Whoever works types, with pauses in between.
  await expect.poll(() => loudness(raised), WAIT).toBeGreaterThan(0.03);
  await trainee.getByRole('button', { name: '正在收听' }).click();
  await expect.poll(microphones, WAIT).toBe(0);
  await trainee.getByRole('button', { name: '离开…' }).click();
  await trainee.getByRole('dialog').getByRole('button', { name: '离开', exact: true }).click();
  await trainee.getByTestId('training-runs').getByText('没有完成').waitFor();
  expect(errors).toEqual([]);
});
