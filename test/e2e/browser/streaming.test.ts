import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { openScriptSite, type ScriptSite } from '../script-site.ts';

const WAIT = { timeout: 20_000, interval: 250 };

let site: ScriptSite;
let browser: Browser;
let camera: Page;
let wall: Page;

beforeAll(async () => {
  site = await openScriptSite(new URL('../streaming-page.ts', import.meta.url));
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...BROWSER_ARGUMENTS,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  camera = await browser.newPage();
  wall = await browser.newPage();
  for (const page of [camera, wall]) page.on('pageerror', (error) => console.error(error));
  await camera.exposeFunction('outgoing', (_: string, data: unknown) =>
    wall.evaluate((signal) => window.viewer.signal(signal), data),
  );
  await wall.exposeFunction('outgoing', (viewId: string, data: unknown) =>
    camera.evaluate(([id, signal]) => window.publisher.signal(id as string, signal), [viewId, data]),
  );
  for (const page of [camera, wall]) await page.goto(site.origin);
  await camera.evaluate(() => window.publish());
}, 60_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
});

const stats = () => wall.evaluate(() => window.viewer.stats());
const states = () => wall.evaluate(() => window.states);

/** Opens the view as the console and the server do together. */
async function openView(viewId: string): Promise<void> {
  await wall.evaluate((id) => window.view(id), viewId);
  await camera.evaluate((id) => window.publisher.start(id, []), viewId);
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
    await camera.evaluate(() => window.publisher.quality({ viewId: 'view-1', raised: false, sound: true }));
    await expect.poll(() => wall.evaluate(() => window.loudness()), WAIT).toBeGreaterThan(0.01);
    await camera.evaluate(() => window.publisher.quality({ viewId: 'view-1', raised: false, sound: false }));
    await expect.poll(() => wall.evaluate(() => window.loudness()), WAIT).toBe(0);
  }, 60_000);

  it('is 640 wide while raised and 320 afterwards; the source keeps its size', async () => {
    const raise = (raised: boolean) =>
      camera.evaluate((on) => window.publisher.quality({ viewId: 'view-1', raised: on, sound: false }), raised);
    await raise(true);
    await expect.poll(async () => (await stats()).width, WAIT).toBe(640);
    await raise(false);
    await expect.poll(async () => (await stats()).width, WAIT).toBe(320);
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
    await camera.evaluate(() => window.publisher.start('view-1', []));
    await expect.poll(states, WAIT).toEqual(['connecting', 'live', 'connecting', 'live']);
    await expectGrowth();
  }, 60_000);

  it('stops sending when the view is stopped', async () => {
    await camera.evaluate(() => window.publisher.stop('view-1'));
    expect(await camera.evaluate(() => window.publisher.state())).toEqual({ views: 0 });
    await expect.poll(async () => (await states()).at(-1), WAIT).toBe('failed');
  }, 60_000);
});
