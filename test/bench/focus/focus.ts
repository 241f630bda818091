import { chromium } from 'playwright-core';
import { bundle } from '../../../build/bundle.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { seatCandidate, seatPhone } from '../../e2e/console-candidate.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { startCentre } from '../../rehearsal/centre.ts';
import { below, type Figure } from '../../rehearsal/figures.ts';
import { p, raiseOften } from './raised-frames.ts';

const LI = { admissionNo: 'LD20260002', identityNo: '210102199102020001' };
const TIMES = 20;
const WITHIN_MS = 1_000;

/** What a proctor waits for, with the real console, exam centre, publishers and phone page, browser and cameras of this machine. */
export async function benchFocus(): Promise<Figure[]> {
  await bundle();
  // The bench trusts the centre that it started itself.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const centre = await startCentre({ sessionInSeconds: 5, durationSeconds: 1_200, breakSeconds: 60 });
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...BROWSER_ARGUMENTS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1920, height: 1080 } });
    const desk = await context.newPage();
    await desk.goto(`${centre.origin}/console/`);
    await desk.getByLabel('用户名').fill('proctor1');
    await desk.getByLabel('密码').fill('jiankao-2026-1');
    await desk.keyboard.press('Enter');
    const li = await seatCandidate(browser, centre.origin, LI);
    await seatPhone(browser, centre.origin, li);
    const took = await raiseOften(desk, LI.admissionNo, TIMES);
    return [
      below(`click to first raised frame, p50 of ${TIMES}`, p(took, 0.5), 'ms', WITHIN_MS),
      below(`click to first raised frame, p95 of ${TIMES}`, p(took, 0.95), 'ms', WITHIN_MS),
    ];
  } finally {
    await browser.close();
    await centre.close();
  }
}
