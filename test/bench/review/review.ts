import { chromium, type Page } from 'playwright-core';
import { bundle } from '../../../build/bundle.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { startCentre } from '../../rehearsal/centre.ts';
import { below, exactly, type Figure } from '../../rehearsal/figures.ts';
import { quantile } from '../quantile.ts';
import { recordClip } from './record-clip.ts';
import { type RecordedAttempt, writeTwoHours } from './two-hour-attempt.ts';

const OPEN_WITHIN_MS = 2_000;
const SEEK_WITHIN_MS = 500;
const OPENINGS = 5;
const SEEKS = 30;
/** Cameras further apart than this are not in step. */
const STEP_WITHIN_MS = 150;

/** Resolves once both cameras show the moment the clock is at: a decoded picture, nothing being sought. */
const bothShown = () => {
  const videos = [...document.querySelectorAll('[data-testid^="review-"] video')] as HTMLVideoElement[];
  return videos.length === 2 && videos.every((video) => video.readyState >= 2 && !video.seeking);
};

async function openOnce(page: Page, { attemptId }: RecordedAttempt): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/review';
  });
  await page.getByRole('table').waitFor();
  const from = performance.now();
  await page.evaluate((id) => {
    location.hash = `#/review/${id}`;
  }, attemptId);
  await page.waitForFunction(bothShown, null, { polling: 'raf' });
  return performance.now() - from;
}

/** Presses the timeline somewhere, as a reviewer does, and waits for both pictures. */
async function seekOnce(page: Page, share: number): Promise<number> {
  return page.evaluate(
    async ({ share, shown }) => {
      const isShown = new Function(`return (${shown})()`) as () => boolean;
      const field = document.querySelector('[data-testid="review-timeline"]') as HTMLElement;
      const before = field.dataset.at;
      const { left, width, top } = field.getBoundingClientRect();
      const where = { clientX: left + width * share, clientY: top + 5, bubbles: true, pointerId: 1, buttons: 1 };
      field.setPointerCapture = () => undefined;
      const from = performance.now();
      field.dispatchEvent(new PointerEvent('pointerdown', where));
      // The page first has to take the new moment up: until then the old pictures still stand.
      while (field.dataset.at === before) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      while (!isShown()) await new Promise(requestAnimationFrame);
      return performance.now() - from;
    },
    { share, shown: bothShown.toString() },
  );
}

/** Lets the pointer rest somewhere on the timeline, and waits for the small pictures of both cameras. */
async function previewOnce(page: Page, share: number): Promise<number> {
  const box = await page.getByTestId('review-timeline').boundingBox();
  if (!box) throw new Error('there is no timeline');
  const preview = page.getByTestId('review-preview');
  const before = (await preview.count()) > 0 ? await preview.textContent() : null;
  const from = performance.now();
  await page.mouse.move(box.x + box.width * share, box.y + 5);
  await page.waitForFunction(
    (old) => {
      const shown = document.querySelector('[data-testid="review-preview"]');
      return shown && shown.textContent !== old && shown.querySelectorAll('img').length === 2;
    },
    before,
    { polling: 'raf' },
  );
  return performance.now() - from;
}

/** How far apart the two cameras are on the server's clock, after playing for a while at this rate, ms. */
async function apartAfter(page: Page, rate: number): Promise<number> {
  await page.getByLabel('速度').selectOption(String(rate));
  await page.keyboard.press('Escape');
  await page.getByTestId('review-timeline').focus();
  await page.keyboard.press(' ');
  await page.waitForTimeout(3_000);
  const apart = await page.evaluate(() => {
    const videos = [...document.querySelectorAll('[data-testid^="review-"] video')] as HTMLVideoElement[];
    const [front, rear] = videos.map(({ currentTime }) => currentTime * 1_000);
    return Math.abs((front ?? Number.NaN) - (rear ?? Number.NaN));
  });
  await page.keyboard.press(' ');
  return apart;
}

/** What a reviewer waits for, with the real console and exam centre, at an attempt of two hours. */
export async function benchReview(): Promise<Figure[]> {
  await bundle();
  // The bench trusts the centre that it started itself.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const centre = await startCentre({ sessionInSeconds: 600, durationSeconds: 1_200, breakSeconds: 60 });
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: BROWSER_ARGUMENTS });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.goto(`${centre.origin}/console/`);
    const attempt = await writeTwoHours(centre, await recordClip(page, 10_500));
    await page.getByLabel('用户名').fill('reviewer1');
    await page.getByLabel('密码').fill('shenhe-2026-1');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '回看' }).waitFor();
    const opened: number[] = [];
    for (let each = 0; each < OPENINGS; each += 1) opened.push(await openOnce(page, attempt));
    const sought: number[] = [];
    // Spread over the two hours without order, the same in every run.
    for (let each = 1; each <= SEEKS; each += 1) sought.push(await seekOnce(page, (each * 0.618_034) % 1));
    const previewed: number[] = [];
    for (let each = 1; each <= SEEKS; each += 1) previewed.push(await previewOnce(page, (each * 0.414_214) % 1));
    await page.mouse.move(0, 0);
    const flagged = await page.evaluate(() => document.querySelector('[data-testid="review-clock"]')?.textContent);
    await page.keyboard.press('n');
    await page.waitForFunction(bothShown, null, { polling: 'raf' });
    const afterFlag = await page.evaluate(() => document.querySelector('[data-testid="review-clock"]')?.textContent);
    const [slow, fast] = [await apartAfter(page, 1), await apartAfter(page, 8)];
    return [
      below(
        `a two-hour attempt opened, both pictures shown, p50 of ${OPENINGS}`,
        Math.round(quantile(opened, 0.5)),
        'ms',
        OPEN_WITHIN_MS,
      ),
      below(`a two-hour attempt opened, longest of ${OPENINGS}`, Math.round(Math.max(...opened)), 'ms', OPEN_WITHIN_MS),
      below(`sought, both pictures shown, p50 of ${SEEKS}`, Math.round(quantile(sought, 0.5)), 'ms', SEEK_WITHIN_MS),
      below(`sought, both pictures shown, p95 of ${SEEKS}`, Math.round(quantile(sought, 0.95)), 'ms', SEEK_WITHIN_MS),
      below(`previews of both cameras, p50 of ${SEEKS}`, Math.round(quantile(previewed, 0.5)), 'ms', SEEK_WITHIN_MS),
      below(`previews of both cameras, p95 of ${SEEKS}`, Math.round(quantile(previewed, 0.95)), 'ms', SEEK_WITHIN_MS),
      below('both cameras apart while playing', Math.round(slow), 'ms', STEP_WITHIN_MS),
      below('both cameras apart at eight times the speed', Math.round(fast), 'ms', STEP_WITHIN_MS * 8),
      exactly('next violation by one key', afterFlag === flagged ? 'stayed' : 'went on', 'text', 'went on'),
    ];
  } finally {
    await browser.close();
    await centre.close();
  }
}
