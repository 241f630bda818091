import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../../build/project.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { cosineSimilarity, SAME_PERSON_SIMILARITY } from '../../../shared/domain/identity.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type FaceSite, openFaceSite } from '../../films/face-site.ts';
import { ACTED } from '../../films/film-script.ts';
import { ensureFilms } from '../../films/films.ts';

let films: Record<'LD20260001' | 'impostor', string>;
let site: FaceSite;

beforeAll(async () => {
  films = await ensureFilms(await ensureChromium(), ['LD20260001', 'impostor']);
  site = await openFaceSite('test/e2e/liveness-page.ts', projectPath('assets/sample/photos'));
}, 600_000);

afterAll(() => site.close());

/** A browser whose camera shows the film. */
async function facing(film: string, look: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...BROWSER_ARGUMENTS,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.origin);
    await page.evaluate(() => window.openCamera());
    await look(page);
  } finally {
    await browser.close();
  }
}

/** Degrees that the films must reach, so that no test hangs on the threshold. */
const CLEARLY_TURNED = 20;

async function act(page: Page, registered: number[] | null) {
  const seen = await page.evaluate((asked) => window.watchActions(asked, 45), ACTED);
  const similarity = cosineSimilarity(registered ?? [], seen.template ?? []);
  const { phase, done, turnDegrees, seconds, framesLookedAt } = seen;
  console.log(
    `${phase}, ${done} done, ${turnDegrees.toFixed(1)}° in ${seconds.toFixed(1)} s, ${framesLookedAt} frames, similarity ${similarity.toFixed(3)}`,
  );
  expect(phase).toBe('passed');
  expect(turnDegrees).toBeGreaterThan(CLEARLY_TURNED);
  expect(seen.template).not.toBeNull();
  return similarity;
}

/** The other faces of the sample go through the whole window in `npm run rehearsal -- --candidates 3`. */
describe('all actions on a camera that shows a film', () => {
  it('[IDN-1] the candidate passes them, and is who the photo shows', async () => {
    await facing(films.LD20260001, async (page) => {
      const registered = await page.evaluate(() => window.registeredTemplate('LD20260001.jpg'));
      expect(await act(page, registered)).toBeGreaterThan(SAME_PERSON_SIMILARITY);
    });
  });

  it('[IDN-1] an impostor passes them, and is somebody else', async () => {
    await facing(films.impostor, async (page) => {
      const registered = await page.evaluate(() => window.registeredTemplate('LD20260001.jpg'));
      expect(await act(page, registered)).toBeLessThan(SAME_PERSON_SIMILARITY);
    });
  });
});
