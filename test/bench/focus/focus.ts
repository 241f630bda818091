import { type Browser, chromium, type Page } from 'playwright-core';
import { bundle } from '../../../build/bundle.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { type SittingCandidate, seatCandidate, seatPhone } from '../../e2e/console-candidate.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { below, type Figure } from '../../rehearsal/figures.ts';
import { pageScript } from '../page-script.ts';
import { quantile } from '../quantile.ts';
import { bareTimes } from './bare-peers.ts';
import { interruptOften, type Told } from './phone-interruptions.ts';
import { type ProctorDesk, proctorDesk } from './proctor-desk.ts';

const LI = { admissionNo: 'LD20260002', identityNo: '210102199102020001' };
const RAISED = 20;
const SCANNED = 10;
const INTERRUPTED = 5;
const RAISED_WITHIN_MS = 1_000;
const TOLD_WITHIN_MS = 3_000;

/** The proctor has a computer of their own: a phone that opens its camera takes nothing from the pages of one browser. */
const launch = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await ensureChromium(),
    args: [...BROWSER_ARGUMENTS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });

async function openDesk(browser: Browser, { origin }: Centre): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1920, height: 1080 } });
  const desk = await context.newPage();
  await desk.addInitScript({ content: await pageScript(new URL('./desk-page.ts', import.meta.url)) });
  await desk.goto(`${origin}/console/`);
  await desk.getByLabel('用户名').fill('proctor1');
  await desk.getByLabel('密码').fill('jiankao-2026-1');
  await desk.keyboard.press('Enter');
  await desk.getByTestId(`place-${LI.admissionNo}`).waitFor();
  return desk;
}

interface Scanned {
  /** From the scan to the first frame on the wall, ms. */
  live: number[];
  /** From the end of the phone's browser to the paint that says so, ms. */
  gone: number[];
  /** The last one, still at work. */
  phone: Page;
}

/** Pairs one phone after the other. A script taps at once: a person's tap comes on top. */
async function scanOften(browser: Browser, centre: Centre, desk: ProctorDesk, li: SittingCandidate): Promise<Scanned> {
  const [live, gone]: [number[], number[]] = [[], []];
  for (;;) {
    const from = Date.now();
    const [shownAt, phone] = await Promise.all([desk.nextRearFrame(), seatPhone(browser, centre.origin, li)]);
    live.push(shownAt - from);
    await desk.phoneSaid('live');
    if (live.length === SCANNED) return { live, gone, phone };
    const closedAt = Date.now();
    const [saidAt] = await Promise.all([desk.phoneSaid('lost'), phone.context().close()]);
    gone.push(saidAt - closedAt);
    await desk.rearGone();
  }
}

function held(figure: string, times: readonly number[], share: number, bare: readonly number[], goal?: number): Figure {
  const [value, reference] = [Math.round(quantile(times, share)), Math.round(quantile(bare, share))];
  return {
    ...{ figure: `${figure}, p${share * 100} of ${times.length}`, value, unit: 'ms', reference },
    ...{ ratio: Number((value / reference).toFixed(2)), goal: goal ? `< ${goal}` : 'observed' },
    holds: goal === undefined || value < goal,
  };
}

/** What a proctor waits for, with the real console, exam centre, publishers and phone page, browser and cameras of this machine. */
export async function benchFocus(): Promise<Figure[]> {
  await bundle();
  // The bench trusts the centre that it started itself.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const centre = await startCentre({ sessionInSeconds: 5, durationSeconds: 1_200, breakSeconds: 60 });
  const [proctors, homes] = await Promise.all([launch(), launch()]);
  try {
    const bare = await bareTimes(homes, SCANNED);
    const desk = proctorDesk(await openDesk(proctors, centre), LI.admissionNo);
    const li = await seatCandidate(homes, centre.origin, LI);
    const { live, gone, phone } = await scanOften(homes, centre, desk, li);
    const interrupted: Told[] = [
      { what: 'browser ended', took: gone },
      ...(await interruptOften(desk, phone, INTERRUPTED)),
    ];
    const raised = await desk.raiseOften(RAISED);
    const told = interrupted.flatMap(({ took }) => took);
    return [
      held('click to first raised frame', raised, 0.5, bare.raised, RAISED_WITHIN_MS),
      held('click to first raised frame', raised, 0.95, bare.raised, RAISED_WITHIN_MS),
      held('scan to the first frame on the wall', live, 0.5, bare.live),
      held('scan to the first frame on the wall', live, 0.95, bare.live),
      below(`interruption to the proctor's screen, p95 of ${told.length}`, p95(told), 'ms', TOLD_WITHIN_MS),
      ...interrupted.map(({ what, took }) =>
        below(`phone ${what}: to the proctor's screen, p95 of ${took.length}`, p95(took), 'ms', TOLD_WITHIN_MS),
      ),
    ];
  } finally {
    await Promise.all([proctors.close(), homes.close()]);
    await centre.close();
  }
}

const p95 = (times: readonly number[]): number => Math.round(quantile(times, 0.95));
