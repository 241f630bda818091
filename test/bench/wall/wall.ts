import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { bundle } from '../../../build/bundle.ts';
import { createHttpClient } from '../../../shared/contract/http-client.ts';
import { httpsFetch } from '../../contract/server/https-fetch.ts';
import { openScriptSite } from '../../e2e/script-site.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { atLeast, exactly, type Figure } from '../../rehearsal/figures.ts';
import { writeCrowd } from '../start/crowd-sample.ts';
import { seatCrowd } from '../sync/seat-crowd.ts';
import type { CameraSeat } from './camera-orders.ts';
import { type Cameras, startCameras } from './cameras.ts';
import type { StreamClip } from './stream-clip.ts';
import { openWatchingBrowser, type WatchingBrowser } from './watching-browser.ts';

const SIZES = [50, 100] as const;
const SETTLE_MS = 3_000;
const MEASURE_MS = 12_000;
const DRAIN_MS = 1_500;
const OF_ALL = 0.99;
const OF_WORST = 0.95;
const AGAINST_BARE = 1.25;

/** What one page came to. */
interface Watched {
  shownMs: number;
  /** Of one core. */
  cpu: number;
  megabytes: number;
  sent: number;
  decoded: number;
  worst: number;
  pictureWidth: number;
  peersMade: number;
  grades: Record<string, number>;
}

async function measure(cameras: Cameras, watching: WatchingBrowser, streams: number, from: number): Promise<Watched> {
  await watching.allShown(streams);
  const shownMs = Math.round(performance.now() - from);
  await pass(SETTLE_MS);
  const [before, began] = [await watching.cost(), performance.now()];
  await pass(MEASURE_MS);
  const [after, ended] = [await watching.cost(), performance.now()];
  const [pictureWidth, peersMade] = [await watching.pictureWidth(), await watching.peersMade()];
  const sent = await cameras.stop();
  await pass(DRAIN_MS);
  const decoded = await watching.decoded();
  const ratios = sent.streams.map(({ ssrc, frames }) => (decoded.get(ssrc) ?? 0) / frames);
  return {
    ...{ shownMs, pictureWidth, peersMade, megabytes: after.megabytes, grades: sent.grades },
    cpu: ((after.cpuSeconds - before.cpuSeconds) * 1_000) / (ended - began),
    sent: sent.streams.reduce((sum, { frames }) => sum + frames, 0),
    decoded: [...decoded.values()].reduce((sum, frames) => sum + frames, 0),
    worst: Math.min(...ratios),
  };
}

/** The first candidates of the crowd signed in, each with a phone, through the real protocol. */
async function seatsOf(centre: Centre, ca: string, candidates: number): Promise<CameraSeat[]> {
  const send = httpsFetch(ca);
  const clientOf = (token: string | null) =>
    createHttpClient({ origin: centre.origin, token: () => token, fetch: send });
  const seats: CameraSeat[] = [];
  for (const { token } of (await seatCrowd(join(centre.dataDir, 'yunkao.db'))).slice(0, candidates)) {
    const { url } = await clientOf(token)('phoneToken', {});
    const { phoneToken } = await clientOf(null)('phoneRedeem', { token: new URL(url).hash.slice(1), device: 'bench' });
    seats.push({ candidate: token, phone: phoneToken });
  }
  return seats;
}

/** The real console with the real exam centre; its candidates' cameras are no browsers. */
async function watchWall(cameras: Cameras, streams: number): Promise<Watched> {
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-wall-'));
  await writeCrowd(join(directory, 'sample'), streams / 2);
  const times = { sessionInSeconds: 1, durationSeconds: 3_600, breakSeconds: 60 };
  const centre = await startCentre(times, join(directory, 'sample'));
  const watching = await openWatchingBrowser();
  try {
    const ca = await centre.certificate();
    const seats = await seatsOf(centre, ca, streams / 2);
    await cameras.order({ order: 'seat', origin: centre.origin, ca, seats });
    const { page } = watching;
    await page.goto(`${centre.origin}/console/`);
    await page.getByLabel('用户名').fill('proctor1');
    await page.getByLabel('密码').fill('a password for the bench');
    const from = performance.now();
    await page.keyboard.press('Enter');
    return await measure(cameras, watching, streams, from);
  } finally {
    await watching.close();
    await cameras.order({ order: 'close' });
    await centre.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A page that does nothing but receive, decode and show, its pictures as large as the wall's. */
async function watchBare(cameras: Cameras, streams: number, pictureWidth: number): Promise<Watched> {
  const site = await openScriptSite(new URL('./bare-page.ts', import.meta.url));
  const watching = await openWatchingBrowser();
  try {
    const { page } = watching;
    await page.exposeFunction('outgoing', (index: number, data: object) => cameras.signal(index, data));
    await page.goto(site.origin);
    await page.evaluate(([count, width]) => window.lookAt(count, width), [streams, pictureWidth] as const);
    cameras.onSignal = (index, data) =>
      void page
        .evaluate(([to, offer]) => window.signal(to, offer), [index, data as { type: string }] as const)
        .catch(console.error);
    const from = performance.now();
    await cameras.order({ order: 'offer', streams });
    return await measure(cameras, watching, streams, from);
  } finally {
    await watching.close();
    await cameras.order({ order: 'close' });
    site.close();
  }
}

async function encodedClip(): Promise<StreamClip> {
  const site = await openScriptSite(new URL('./bare-page.ts', import.meta.url));
  const { page, close } = await openWatchingBrowser();
  try {
    await page.goto(site.origin);
    return await page.evaluate(() => window.encodeClip());
  } finally {
    await close();
    site.close();
  }
}

const round = (value: number, digits = 3): number => Number(value.toFixed(digits));

function figuresOf(streams: number, wall: Watched, bare: Watched): Figure[] {
  const who = `${streams} streams`;
  const ratio = round(wall.cpu / bare.cpu);
  const observed = (figure: string, value: number, unit: string, reference: number): Figure => ({
    ...{ figure: `${who}: ${figure}`, value, unit, reference, ratio: round(value / reference) },
    ...{ goal: 'observed', holds: true },
  });
  return [
    atLeast(`${who}: decoded of what was sent`, round(wall.decoded / wall.sent), 'of all frames', OF_ALL),
    atLeast(`${who}: decoded of the worst stream`, round(wall.worst), 'of its frames', OF_WORST),
    {
      ...{ figure: `${who}: processor of the console's browser`, value: round(wall.cpu, 2), unit: 'cores' },
      ...{ reference: round(bare.cpu, 2), ratio, goal: `<= ${AGAINST_BARE} x bare page` },
      holds: ratio <= AGAINST_BARE,
    },
    observed('memory of the console’s browser', wall.megabytes, 'MB', bare.megabytes),
    observed('all shown after', wall.shownMs, 'ms', bare.shownMs),
    exactly(`${who}: asked for as tiles of the wall`, wall.grades.wall ?? 0, 'views', streams),
    exactly(`${who}: peer connections made`, wall.peersMade, 'peers', streams),
  ];
}

/** The proctor's wall against a bare page that decodes and shows the same streams on the same machine, taking turns. */
export async function benchWall(): Promise<Figure[]> {
  await bundle();
  const cameras = startCameras();
  try {
    await cameras.order({ order: 'clip', clip: await encodedClip() });
    const figures: Figure[] = [];
    for (const streams of SIZES) {
      const wall = await watchWall(cameras, streams);
      console.log(`wall of ${streams}:`, JSON.stringify(wall));
      const bare = await watchBare(cameras, streams, wall.pictureWidth);
      console.log(`bare page of ${streams}:`, JSON.stringify(bare));
      figures.push(...figuresOf(streams, wall, bare));
    }
    return figures;
  } finally {
    cameras.end();
  }
}
