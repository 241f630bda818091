import axe from 'axe-core';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawPaths } from '../../../shared/contract/http.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import type { StillTaken } from '../../../shared/contract/still.ts';
import { asOldPhone } from '../console-candidate.ts';
import { openPhoneRoom, type PhoneRoom } from '../phone-room.ts';

const WAIT = { timeout: 30_000, interval: 250 };
const WECHAT =
  'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0 NetType/WIFI';

let room: PhoneRoom;

beforeAll(async () => {
  room = await openPhoneRoom({ sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 60 });
}, 60_000);

afterAll(() => room?.close());

const say = (page: Page) => page.locator('h1').textContent();
const phoneState = () => room.phoneState();

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

describe('phone page with the real server, in a real browser', () => {
  let context: BrowserContext;
  let phone: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    context = await room.phoneContext();
    phone = await context.newPage();
    phone.on('pageerror', (error) => errors.push(String(error)));
    phone.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) errors.push(message.text());
    });
  });
  afterAll(() => context.close());

  it('[SEC-1] redeems the QR code and takes its token out of the address at once', async () => {
    await phone.goto(await room.qrCode());
    await phone.getByRole('button', { name: '打开摄像头' }).waitFor();
    expect(phone.url()).toBe(`${room.centre.origin}/phone/`);
    await expect(phone.getByText('王晓宁').count()).resolves.toBe(1);
    await expectAccessible(phone);
  });

  it('[CAM-2] is live, at the page and at the centre, once pictures advance', async () => {
    await phone.getByRole('button', { name: '打开摄像头' }).click();
    await expect.poll(() => say(phone), WAIT).toBe('监控中');
    await expect.poll(phoneState, WAIT).toBe('live');
    await expectAccessible(phone);
  });

  it('shows the proctor pictures of the rear camera', async () => {
    const script = await build({
      entryPoints: [new URL('../streaming-page.ts', import.meta.url).pathname],
      bundle: true,
      write: false,
      format: 'iife',
    });
    const wall = await context.newPage();
    await wall.goto('about:blank');
    await wall.setContent('<body></body>');
    await wall.exposeFunction('outgoing', async (viewId: string, data: unknown) => {
      await socketRequest(room.staff, 'signal', { viewId, data });
    });
    await wall.evaluate(script.outputFiles[0]?.text ?? '');
    room.staff.on('signal', ({ data }) => void wall.evaluate((signal) => window.viewer.signal(signal), data));
    await wall.evaluate(() => window.view('rear-view'));
    await socketRequest(room.staff, 'view.open', {
      viewId: 'rear-view',
      attemptId: room.attemptId,
      camera: 'rear',
      peerId: null,
    });
    const frames = () => wall.evaluate(async () => (await window.viewer.stats()).framesDecoded);
    await expect.poll(frames, WAIT).toBeGreaterThan(10);
    await wall.close();
    room.staff.off('signal');
    await socketRequest(room.staff, 'view.close', { viewId: 'rear-view' });
  });

  it('[CAM-3] says at once that it leans, and the exam window hears by how much with the next picture', async () => {
    // No sensor moves here: only what it would say is put in its place.
    const stand = (x: number, y: number) =>
      phone.evaluate(
        (accelerationIncludingGravity) =>
          window.dispatchEvent(new DeviceMotionEvent('devicemotion', { accelerationIncludingGravity })),
        { x, y, z: 0 },
      );
    const saysSo = async (x: number, y: number) => {
      await stand(x, y);
      return phone.getByText('手机歪了').isVisible();
    };
    await expect.poll(() => saysSo(3.4, 9.2), WAIT).toBe(true);
    await expectAccessible(phone);
    const tilt = async () => (await room.candidate('rearStill', {}).catch(() => null))?.tilt;
    await expect.poll(tilt, WAIT).toEqual({ roll: 20, pitch: 0 });
    await expect.poll(() => saysSo(0, 9.8), WAIT).toBe(false);
  });

  it('[CAM-1] uploads recordings that play alone and follow each other without a hole', async () => {
    const stills: StillTaken[] = [];
    room.staff.on('still.taken', (still) => stills.push(still));
    const rear = async () =>
      (await room.staffHttp('segments', {}, { attemptId: room.attemptId })).segments.filter(
        ({ camera, mime }) => camera === 'rear' && mime.startsWith('video/'),
      );
    await expect.poll(async () => (await rear()).length, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(1);
    await expect.poll(() => stills.length, WAIT).toBeGreaterThan(1);
    const [first, second] = (await rear()).sort((left, right) => left.startedAt - right.startedAt);
    if (!first || !second) return expect.fail('two segments were there before');
    expect(first.durationMs).toBeGreaterThan(9_000);
    expect(Math.abs(second.startedAt - (first.startedAt + first.durationMs))).toBeLessThan(500);
    expect(Math.abs(second.startedAt - Date.now())).toBeLessThan(60_000);

    const response = await fetch(`${room.centre.origin}${rawPaths.segmentContent}${second.id}`, {
      headers: { authorization: `Bearer ${room.staffToken}` },
    });
    const content = Buffer.from(await response.arrayBuffer()).toString('base64');
    const player = await context.newPage();
    const played = await player.evaluate(
      async (url) => {
        const video = document.createElement('video');
        video.muted = true;
        video.src = url;
        video.playbackRate = 8;
        await video.play();
        await new Promise((resolve) => video.addEventListener('ended', resolve, { once: true }));
        return { width: video.videoWidth, seconds: video.currentTime };
      },
      `data:${second.mime.split(';')[0]};base64,${content}`,
    );
    await player.close();
    expect(played.width).toBe(640);
    expect(played.seconds).toBeGreaterThan(9);
  }, 90_000);

  /** What the proctor was told of the latest interruption once it was over. */
  const backBecause = async () => {
    const { events } = await room.staffHttp('attemptEvents', {}, { attemptId: room.attemptId });
    return events.filter(({ kind }) => kind === 'phone_back').at(-1)?.detail.cause;
  };
  /** Whether the page said from now on that the camera was interrupted: it may be back before anybody could ask. */
  const interruptionTold = async () => {
    const seen = await phone.evaluateHandle(() => {
      const interruption = { told: false };
      const look = () => {
        interruption.told ||= document.body.innerText.includes('摄像头已中断');
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      return interruption;
    });
    return () => seen.evaluate(({ told }) => told);
  };

  it('[CAM-2] acquires the camera anew when its track ends', async () => {
    const told = await interruptionTold();
    await phone.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject as MediaStream;
      for (const track of stream.getTracks()) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    });
    await expect.poll(told, WAIT).toBe(true);
    await expect.poll(() => say(phone), WAIT).toBe('监控中');
    await expect.poll(backBecause, WAIT).toBe('camera_taken');
  });

  it('[CAM-2] acquires it anew when a track says live and delivers nothing', async () => {
    const told = await interruptionTold();
    await phone.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject as MediaStream;
      const [track] = stream.getVideoTracks();
      if (track) stream.removeTrack(track);
    });
    await expect.poll(told, WAIT).toBe(true);
    await expect.poll(() => say(phone), WAIT).toBe('监控中');
    await expect.poll(backBecause, WAIT).toBe('frozen');
  });

  it('[CAM-2] tells the centre within 3 s that it went to the background, and acquires the camera anew on return', async () => {
    const show = (hidden: boolean) =>
      phone.evaluate((on) => {
        // A headless browser has no background: only what the browser would say is put in its place.
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => on });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    const streamId = () => phone.evaluate(() => (document.querySelector('video')?.srcObject as MediaStream | null)?.id);
    // Of a phone that was lost before nobody could say when this was told.
    await expect.poll(phoneState, WAIT).toBe('live');
    const before = await streamId();
    try {
      await show(true);
      await expect.poll(room.phoneCause, { timeout: 3_000, interval: 100 }).toBe('hidden');
      expect(phoneState()).toBe('lost');
    } finally {
      await show(false);
    }
    await expect.poll(() => say(phone), WAIT).toBe('监控中');
    await expect.poll(phoneState, WAIT).toBe('live');
    expect(await streamId()).not.toBe(before);
    await expect.poll(backBecause, WAIT).toBe('hidden');
  });

  it('[CAM-2] says that it reconnects while the network is down, and is live again by itself', async () => {
    try {
      await context.setOffline(true);
      await expect.poll(() => say(phone), WAIT).toBe('正在重新连接');
      await expect.poll(phoneState, WAIT).toBe('lost');
      await expectAccessible(phone);
    } finally {
      await context.setOffline(false);
    }
    await expect.poll(() => say(phone), WAIT).toBe('监控中');
    await expect.poll(phoneState, WAIT).toBe('live');
  }, 90_000);

  it('goes on after a reload without a new QR code and without a tap', async () => {
    await phone.reload();
    await expect.poll(() => say(phone), WAIT).toBe('监控中');
    await expect.poll(phoneState, WAIT).toBe('live');
  });

  it('shows the button that opens the camera again only while it is interrupted', async () => {
    expect(await phone.getByRole('button', { name: '重新打开摄像头' }).isVisible()).toBe(false);
  });

  it('speaks English at the press of a button', async () => {
    await phone.getByRole('button', { name: 'English' }).click();
    expect(await say(phone)).toBe('Live');
    await expectAccessible(phone);
    await phone.getByRole('button', { name: '中文' }).click();
  });

  it('[SEC-1] refuses a used QR code and says what to do', async () => {
    const code = await room.qrCode();
    const first = await room.phoneContext();
    const taken = await first.newPage();
    await taken.goto(code);
    await taken.getByRole('button', { name: '打开摄像头' }).waitFor();
    const second = await room.phoneContext();
    const late = await second.newPage();
    await late.goto(code);
    await expect.poll(() => say(late), WAIT).toBe('这个二维码已经用过');
    await expectAccessible(late);
    await first.close();
    await second.close();
  });

  it('stops and says so when another phone takes over', async () => {
    // The phone of the test above redeemed a newer code.
    await expect.poll(() => say(phone), WAIT).toBe('已改用另一部手机');
    const stopped = await phone.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject as MediaStream | null;
      return stream?.active ?? false;
    });
    expect(stopped).toBe(false);
    expect(errors).toEqual([]);
  });

  it('leads out of WeChat without using up the code', async () => {
    const code = await room.qrCode();
    const inside = await room.phoneContext(WECHAT);
    const page = await inside.newPage();
    await page.goto(code);
    await expect.poll(() => say(page), WAIT).toBe('请在浏览器中打开');
    expect(page.url()).toBe(code);
    await expectAccessible(page);
    await inside.close();
    const outside = await room.phoneContext();
    const opened = await outside.newPage();
    await opened.goto(code);
    await opened.getByRole('button', { name: '打开摄像头' }).waitFor();
    await outside.close();
  });

  it('says what to do when the camera is refused', async () => {
    const refused = await room.phoneContext();
    const page = await refused.newPage();
    await page.addInitScript(() => {
      // The browser of this test grants every camera: only its answer is put in place of the person's.
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await page.goto(await room.qrCode());
    await page.getByRole('button', { name: '打开摄像头' }).click();
    await expect.poll(() => say(page), WAIT).toBe('没有摄像头权限');
    await expectAccessible(page);
    await refused.close();
  });

  it('[CAM-1] sends a picture every two seconds from a browser that can neither record nor be watched live', async () => {
    const old = await room.phoneContext();
    const page = await old.newPage();
    await page.addInitScript(asOldPhone);
    await page.goto(await room.qrCode());
    const taken: StillTaken[] = [];
    room.staff.on('still.taken', (still) => taken.push(still));
    await page.getByRole('button', { name: '打开摄像头' }).click();
    await expect.poll(() => taken.length, WAIT).toBeGreaterThan(2);
    room.staff.off('still.taken');
    const [first, second, third] = taken as [StillTaken, StillTaken, StillTaken];
    expect((third.takenAt - first.takenAt) / 2).toBeGreaterThan(1_500);
    expect((third.takenAt - first.takenAt) / 2).toBeLessThan(4_000);
    const content = await fetch(`${room.centre.origin}${rawPaths.segmentContent}${second.segmentId}`, {
      headers: { authorization: `Bearer ${room.staffToken}` },
    });
    expect(content.headers.get('content-type')).toBe('image/jpeg');
    expect((await content.arrayBuffer()).byteLength).toBeLessThan(60_000);
    await expect.poll(() => page.getByText('改为每2秒传送一张照片').count(), WAIT).toBe(1);
    await expect.poll(phoneState, WAIT).toBe('live');
    await expectAccessible(page);
    await old.close();
  });

  it('asks for the QR code when it was opened without one', async () => {
    const bare = await room.phoneContext();
    const page = await bare.newPage();
    await page.goto(`${room.centre.origin}/phone/`);
    await expect.poll(() => say(page), WAIT).toBe('请扫描二维码进入');
    await bare.close();
  });
});
