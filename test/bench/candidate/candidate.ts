import { setTimeout as pass } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import type { ViewGrade } from '../../../shared/contract/views.ts';
import { openScriptSite, type ScriptSite } from '../../e2e/script-site.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { below, type Figure } from '../../rehearsal/figures.ts';
import { treeCost } from '../process-tree.ts';

const VIEWS = ['first', 'second'] as const;
const SETTLE_MS = 5_000;
const MEASURE_MS = 12_000;
const TURNS = 2;
const AGAINST_BARE = 2;
const CORES = 0.5;

interface CameraBrowser {
  page: Page;
  /** Cores used over the time of a measurement, with all the browser's processes. */
  cores(): Promise<number>;
  close(): Promise<void>;
}

async function openCameraBrowser({ origin }: ScriptSite): Promise<CameraBrowser> {
  const server = await chromium.launchServer({
    executablePath: await ensureChromium(),
    args: [...BROWSER_ARGUMENTS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(origin);
  return {
    page,
    async cores() {
      await pass(SETTLE_MS);
      const pid = server.process().pid ?? 0;
      const [before, began] = [await treeCost(pid), performance.now()];
      await pass(MEASURE_MS);
      const { cpuSeconds } = await treeCost(pid);
      return ((cpuSeconds - before.cpuSeconds) * 1_000) / (performance.now() - began);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Capture, record and stream to two viewers; returns what it costs with both at the wall, and with one who looks closely. */
async function sitWatched(site: ScriptSite, viewers: ScriptSite, browser: Browser) {
  const camera = await openCameraBrowser(site);
  const watching = await browser.newPage();
  try {
    const { page } = camera;
    await page.exposeFunction('outgoing', (viewId: string, data: unknown) =>
      watching.evaluate(([id, signal]) => window.viewers[id as string]?.signal(signal), [viewId, data]),
    );
    await watching.exposeFunction('outgoing', (viewId: string, data: unknown) =>
      page.evaluate(([id, signal]) => window.publisher.signal(id as string, signal), [viewId, data]),
    );
    await watching.goto(viewers.origin);
    await page.evaluate(() => window.openMedia());
    for (const viewId of VIEWS) {
      await watching.evaluate((id) => window.watch(id), viewId);
      await page.evaluate((id) => window.publisher.start(id, [], null), viewId);
    }
    await watching.waitForFunction(() => [...document.querySelectorAll('video')].every(({ videoWidth }) => videoWidth));
    const ask = (viewId: string, grade: ViewGrade, sound: boolean) =>
      page.evaluate((quality) => window.publisher.quality(quality), { viewId, grade, sound });
    const wall = await camera.cores();
    await ask('first', 'raised', true);
    const raised = await camera.cores();
    if ((await page.evaluate(() => window.recorded)) === 0) throw new Error('nothing was recorded');
    return { wall, raised };
  } finally {
    await watching.close();
    await camera.close();
  }
}

async function recordBare(site: ScriptSite): Promise<number> {
  const camera = await openCameraBrowser(site);
  try {
    await camera.page.evaluate(() => window.recordBare());
    return await camera.cores();
  } finally {
    await camera.close();
  }
}

const mean = (values: readonly number[]): number =>
  Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3));

/** The exam window's media side against a bare MediaRecorder of the same camera and format, taking turns on this machine. */
export async function benchCandidate(): Promise<Figure[]> {
  const site = await openScriptSite(new URL('./candidate-page.ts', import.meta.url));
  const viewers = await openScriptSite(new URL('./viewers-page.ts', import.meta.url));
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...BROWSER_ARGUMENTS] });
  try {
    const [bare, wall, raised]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < TURNS; turn += 1) {
      bare.push(await recordBare(site));
      const watched = await sitWatched(site, viewers, browser);
      wall.push(watched.wall);
      raised.push(watched.raised);
      console.log(`turn ${turn + 1}: bare ${bare[turn]}, wall ${wall[turn]}, raised ${raised[turn]} cores`);
    }
    const reference = mean(bare);
    const against = (figure: string, value: number, goal: number | null): Figure => {
      const ratio = Number((value / reference).toFixed(3));
      return {
        ...{ figure, value, unit: 'cores', reference, ratio },
        ...{ goal: goal === null ? 'observed' : `<= ${goal} x bare`, holds: goal === null || ratio <= goal },
      };
    };
    return [
      against('capture, recording, two viewers at the wall', mean(wall), AGAINST_BARE),
      below('the same, of a core', mean(wall), 'cores', CORES),
      against('one of the two looks closely, with sound', mean(raised), null),
      below('the same, of a core', mean(raised), 'cores', CORES),
    ];
  } finally {
    await browser.close();
    site.close();
    viewers.close();
  }
}
