import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium80 } from '../../../build/runtimes/chromium-80.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type OldBrowser, openOldBrowser } from '../old-browser.ts';
import { openPhoneRoom, type PhoneRoom } from '../phone-room.ts';

const WAIT = { timeout: 30_000, interval: 250 };
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const executable = await ensureChromium80().catch((cause: unknown) => {
  console.error('NOT RUN on Chrome 80: it could not be fetched from the npm registry', cause);
  return null;
});

describe.skipIf(executable === null)('phone page on Chrome 80, the oldest that annex 4 section 3.2 allows', () => {
  let room: PhoneRoom;
  let phone: OldBrowser;

  beforeAll(async () => {
    room = await openPhoneRoom({ sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 60 });
    phone = await openOldBrowser(executable ?? '', [...BROWSER_ARGUMENTS, ...FAKE_CAMERA]);
  }, 60_000);
  afterAll(async () => {
    await phone?.close();
    await room?.close();
  });

  const say = () => phone.evaluate<string>("(document.querySelector('h1') || {}).textContent");

  it('pairs, opens its camera and is live', async () => {
    expect(phone.version).toContain('/80.');
    await phone.goto(await room.qrCode());
    await expect.poll(say, WAIT).toBe('Yunkao · second view');
    await phone.tap('button.primary');
    await expect.poll(say, WAIT).toBe('Live');
    await expect.poll(() => room.phoneState(), WAIT).toBe('live');
  });

  it('[CAM-2] is found frozen within 3 s, and acquires its camera anew', async () => {
    const stopped = Date.now();
    await phone.evaluate(`(() => {
      const stream = document.querySelector('video').srcObject;
      stream.removeTrack(stream.getVideoTracks()[0]);
    })()`);
    await expect.poll(() => room.phoneCause(), { timeout: 10_000, interval: 20 }).toBe('frozen');
    expect(Date.now() - stopped).toBeLessThan(3_000);
    await expect.poll(() => room.phoneState(), WAIT).toBe('live');
    await expect.poll(say, WAIT).toBe('Live');
  });

  it('[CAM-1] uploads what it records', async () => {
    const rear = async () => (await room.staffHttp('segments', {}, { attemptId: room.attemptId })).segments.length;
    await expect.poll(rear, WAIT).toBeGreaterThan(0);
    expect(phone.errors()).toEqual([]);
  });

  it('[RES-2] asks for results on the page of results, security check included', async () => {
    await phone.goto(`${room.centre.origin}/results/`);
    const type = (id: string, text: string) =>
      phone.evaluate(`(() => {
        const input = document.getElementById('${id}');
        input.value = '${text}';
        input.dispatchEvent(new Event('input'));
      })()`);
    await expect.poll(say, WAIT).toBe('成绩查询');
    await type('admission-no', 'LD20260001');
    await type('identity-no', '210102199001010007');
    await phone.tap('button.primary');
    await expect.poll(say, WAIT).toBe('成绩还没有公布');
    expect(phone.errors()).toEqual([]);
  });
});
