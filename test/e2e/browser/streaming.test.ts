import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { iceServersFor } from '../../../server/services/ice-servers.ts';
import type { IceServer, ViewGrade } from '../../../shared/contract/views.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type LossyRelay, openLossyRelay, type ViewEnd } from '../lossy-relay.ts';
import { openScriptSite, type ScriptSite } from '../script-site.ts';
import { hasCoturn, ownAddress, startCoturn } from '../turn-server.ts';

const WAIT = { timeout: 20_000, interval: 250 };

let site: ScriptSite;
let browser: Browser;
let camera: Page;
let wall: Page;
/** Where there is one, the two ends know each other only through it. */
let relay: LossyRelay | null = null;

interface Signal {
  peerId: string;
  signal: { candidate?: { candidate: string } };
}

/** A signal as the other end gets it; null for an address that the relay does not carry. */
function carried(end: ViewEnd, data: Signal): Signal | null {
  const { candidate } = data.signal;
  if (!relay || !candidate) return data;
  const through = relay.through(end, candidate.candidate);
  return through === null
    ? null
    : { ...data, signal: { ...data.signal, candidate: { ...candidate, candidate: through } } };
}

beforeAll(async () => {
  site = await openScriptSite(new URL('../streaming-page.ts', import.meta.url));
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...BROWSER_ARGUMENTS,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      // The relay of this test must know where the two ends are.
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });
  camera = await browser.newPage();
  wall = await browser.newPage();
  for (const page of [camera, wall]) page.on('pageerror', (error) => console.error(error));
  await camera.exposeFunction('outgoing', async (_: string, data: Signal) => {
    const signal = carried('camera', data);
    if (signal) await wall.evaluate((each) => window.viewer.signal(each), signal);
  });
  await wall.exposeFunction('outgoing', async (viewId: string, data: Signal) => {
    const signal = carried('viewer', data);
    if (signal) await camera.evaluate(([id, each]) => window.publisher.signal(id as string, each), [viewId, signal]);
  });
  for (const page of [camera, wall]) await page.goto(site.origin);
  await camera.evaluate(() => window.publish());
}, 60_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
});

const stats = () => wall.evaluate(() => window.viewer.stats());
const states = () => wall.evaluate(() => window.states);

let opened = '';

/** Opens the view as the console and the server do together. */
async function openView(viewId: string, iceServers: IceServer[] = []): Promise<void> {
  // This wall has one viewer, whatever view a signal is of: one that is looked at no more must not speak.
  if (viewId !== opened) await camera.evaluate((id) => window.publisher.stop(id), opened);
  opened = viewId;
  await wall.evaluate(([id, ice]) => window.view(id, ice), [viewId, iceServers] as const);
  await camera.evaluate(([id, ice]) => window.publisher.start(id, ice, null), [viewId, iceServers] as const);
  await expect.poll(states, WAIT).toEqual(['connecting', 'live']);
}

/** Asserts that pictures go on arriving after this moment. */
async function expectGrowth(): Promise<void> {
  const { framesDecoded } = await stats();
  await expect.poll(async () => (await stats()).framesDecoded, WAIT).toBeGreaterThan(framesDecoded + 3);
}

describe('live view between two pages of a real browser', () => {
  it('begins as the small picture of the wall, about 5 frames a second, in H264 where the browser has it', async () => {
    await openView('view-1');
    await expectGrowth();
    const before = await stats();
    const startedAt = performance.now();
    await expect.poll(async () => (await stats()).framesDecoded, WAIT).toBeGreaterThan(before.framesDecoded + 15);
    const perSecond = ((await stats()).framesDecoded - before.framesDecoded) / ((performance.now() - startedAt) / 1000);
    expect(perSecond).toBeGreaterThan(3);
    expect(perSecond).toBeLessThan(8);
    expect(await stats()).toMatchObject({ width: 320, height: 240 });
    const codec = await wall.evaluate(async () => {
      const offered = RTCRtpReceiver.getCapabilities('video')?.codecs.some(({ mimeType }) => mimeType === 'video/H264');
      const report = await window.connections.at(-1)?.getStats();
      const entries = [...(report?.values() ?? [])];
      const video = entries.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
      return { offered, used: entries.find(({ id }) => id === video?.codecId)?.mimeType };
    });
    expect(codec.used).toBe(codec.offered ? 'video/H264' : 'video/VP8');
  }, 60_000);

  it('is silent until a viewer asks for sound, and silent again after', async () => {
    expect(await wall.evaluate(() => window.loudness())).toBe(0);
    await camera.evaluate(() => window.publisher.quality({ viewId: 'view-1', grade: 'wall', sound: true }));
    await expect.poll(() => wall.evaluate(() => window.loudness()), WAIT).toBeGreaterThan(0.01);
    await camera.evaluate(() => window.publisher.quality({ viewId: 'view-1', grade: 'wall', sound: false }));
    await expect.poll(() => wall.evaluate(() => window.loudness()), WAIT).toBe(0);
  }, 60_000);

  it('is 640 wide while raised, 320 afterwards, and 2 frames a second while out of sight', async () => {
    const grade = (wanted: ViewGrade) =>
      camera.evaluate((next) => window.publisher.quality({ viewId: 'view-1', grade: next, sound: false }), wanted);
    await grade('raised');
    await expect.poll(async () => (await stats()).width, WAIT).toBe(640);
    await grade('away');
    await expect.poll(async () => (await stats()).width, WAIT).toBe(320);
    const sending = () =>
      camera.evaluate(async () => {
        const sender = window.connections
          .at(-1)
          ?.getSenders()
          .find(({ track }) => track?.kind === 'video');
        const report = [...((await sender?.getStats())?.values() ?? [])];
        return report.find(({ type }) => type === 'outbound-rtp')?.framesPerSecond;
      });
    await expect.poll(sending, WAIT).toBeLessThanOrEqual(2);
    await expectGrowth();
    await grade('wall');
    await expect.poll(sending, WAIT).toBeGreaterThanOrEqual(4);
  }, 60_000);

  it('goes on in the same connection when the camera was acquired anew', async () => {
    const made = await camera.evaluate(() => window.connections.length);
    await camera.evaluate(() => window.replaceCamera());
    await expectGrowth();
    expect(await camera.evaluate(() => window.connections.length)).toBe(made);
    expect(await stats()).toMatchObject({ width: 320, height: 240 });
  }, 60_000);

  it('shows frozen when pictures stop and live when they come again', async () => {
    const enable = (on: boolean) =>
      camera.evaluate(async (enabled) => {
        const sender = window.connections
          .at(-1)
          ?.getSenders()
          .find(({ track }) => track?.kind === 'video');
        const parameters = sender?.getParameters();
        for (const encoding of parameters?.encodings ?? []) encoding.active = enabled;
        if (parameters) await sender?.setParameters(parameters);
      }, on);
    await enable(false);
    await expect.poll(async () => (await states()).at(-1), WAIT).toBe('frozen');
    await enable(true);
    await expect.poll(async () => (await states()).at(-1), WAIT).toBe('live');
  }, 60_000);

  it('a killed peer is reported as failed, and the same view id comes back with a new peer', async () => {
    await camera.evaluate(() => window.connections.at(-1)?.close());
    await expect.poll(async () => (await states()).at(-1), WAIT).toBe('failed');
    await openView('view-1');
    await expectGrowth();
    expect(await camera.evaluate(() => window.publisher.state())).toEqual({ views: 1 });
  }, 60_000);

  it('a publisher that starts a known view again is followed by the viewer without being asked', async () => {
    await camera.evaluate(() => window.publisher.start('view-1', [], null));
    await expect.poll(states, WAIT).toEqual(['connecting', 'live', 'connecting', 'live']);
    await expectGrowth();
  }, 60_000);

  it('stops sending when the view is stopped', async () => {
    await camera.evaluate(() => window.publisher.stop('view-1'));
    expect(await camera.evaluate(() => window.publisher.state())).toEqual({ views: 0 });
    await expect.poll(async () => (await states()).at(-1), WAIT).toBe('failed');
  }, 60_000);

  it('keeps a peer that still stands when it is asked for again, and makes a new one when it does not', async () => {
    await openView('view-2');
    const peerId = await wall.evaluate(() => window.viewer.peerId());
    const made = () => camera.evaluate(() => window.connections.length);
    const before = await made();
    await camera.evaluate((id) => window.publisher.start('view-2', [], id), peerId);
    await expectGrowth();
    expect(await made()).toBe(before);
    await camera.evaluate(() => window.publisher.start('view-2', [], 'a peer of another page'));
    await expect.poll(states, WAIT).toEqual(['connecting', 'live', 'connecting', 'live']);
    expect(await made()).toBe(before + 1);
  }, 60_000);

  it('[NET-1] gives way while answers wait for the line, and still moves', async () => {
    const limit = () =>
      camera.evaluate(() => {
        const sender = window.connections
          .at(-1)
          ?.getSenders()
          .find(({ track }) => track?.kind === 'video');
        return sender?.getParameters().encodings[0]?.maxBitrate;
      });
    await camera.evaluate(() => window.publisher.giveWay(true));
    await expect.poll(limit, WAIT).toBe(20_000);
    await expectGrowth();
    await camera.evaluate(() => window.publisher.giveWay(false));
    await expect.poll(limit, WAIT).toBe(100_000);
  }, 60_000);

  it('finds a new way within the same connection when the one it had is gone', async () => {
    relay = await openLossyRelay(ownAddress(), 0);
    await openView('view-moved');
    const made = await camera.evaluate(() => window.connections.length);
    relay.close();
    relay = null;
    await expect.poll(async () => (await states()).at(-1), WAIT).toBe('frozen');
    await expect.poll(async () => (await states()).at(-1), WAIT).toBe('live');
    expect(await camera.evaluate(() => window.connections.length)).toBe(made);
  }, 60_000);

  it.each([0.1, 0.3])(
    'goes on where %d of all packets are lost',
    async (loss) => {
      relay = await openLossyRelay(ownAddress(), loss);
      try {
        await openView(`view-${loss}`);
        const [before, from] = [(await stats()).framesDecoded, performance.now()];
        await expect.poll(async () => (await stats()).framesDecoded, WAIT).toBeGreaterThan(before + 8);
        const perSecond = 9_000 / (performance.now() - from);
        const { passed, lost } = relay.counts();
        console.log(`${loss} lost: ${perSecond.toFixed(1)} frames a second, ${lost} of ${passed + lost} packets lost`);
        expect(lost / (passed + lost)).toBeGreaterThan(loss / 2);
        expect((await states()).at(-1)).not.toBe('failed');
      } finally {
        relay.close();
        relay = null;
      }
    },
    60_000,
  );

  it.runIf(hasCoturn())(
    '[SEC-1] reaches the other end through coturn alone, with a credential that has not expired',
    async () => {
      const secret = 'of the exam centre and its relay';
      const coturn = await startCoturn(secret);
      try {
        const given = (now: number) =>
          iceServersFor({ stun: [], turn: { urls: [coturn.url], secret } }, 'attempt', now);
        for (const page of [camera, wall]) {
          await page.evaluate(() => {
            window.relayOnly = true;
          });
        }
        const yesterday = Date.now() - 24 * 60 * 60_000;
        await camera.evaluate((ice) => window.publisher.start('view-late', ice, null), given(yesterday));
        await expect.poll(() => camera.evaluate(() => window.refusals), WAIT).toContain(401);
        await camera.evaluate(() => window.publisher.stop('view-late'));
        await openView('view-relayed', given(Date.now()));
        await expectGrowth();
        const kinds = await wall.evaluate(async () => {
          const report = [...((await window.connections.at(-1)?.getStats())?.values() ?? [])];
          const pair = report.find(({ type, nominated }) => type === 'candidate-pair' && nominated);
          return [pair?.localCandidateId, pair?.remoteCandidateId].map(
            (id) => report.find((each) => each.id === id)?.candidateType,
          );
        });
        expect(kinds).toEqual(['relay', 'relay']);
      } finally {
        await coturn.close();
      }
    },
    60_000,
  );
});
