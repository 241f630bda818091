import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPhoneRoom, type PhoneRoom } from '../phone-room.ts';
import { openSilentLine, type SilentLine } from '../silent-line.ts';

let room: PhoneRoom;
let line: SilentLine;

beforeAll(async () => {
  room = await openPhoneRoom({ sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 60 });
  line = await openSilentLine(room.centre.port);
}, 60_000);

afterAll(async () => {
  line?.close();
  await room?.close();
});

it('[CAM-2] notices a network that falls silent, says so, and is live again by itself; no recording is lost', async () => {
  const context = await room.phoneContext();
  const phone = await context.newPage();
  const say = () => phone.locator('h1').textContent();
  const { hash } = new URL(await room.qrCode());
  await phone.goto(`${line.origin}/phone/${hash}`);
  await phone.getByRole('button', { name: '打开摄像头' }).click();
  await expect.poll(say, { timeout: 20_000 }).toBe('监控中');

  line.fallSilent(true);
  const cutAt = performance.now();
  await expect.poll(say, { timeout: 20_000, interval: 100 }).toBe('正在重新连接');
  expect(performance.now() - cutAt).toBeLessThan(8_000);
  await expect.poll(() => room.phoneState(), { timeout: 20_000 }).toBe('lost');
  expect(room.phoneCause()).toBe('silent');
  // Long enough for the page to have given its socket up.
  await expect.poll(() => phone.getByText('还有 2 段待上传').count(), { timeout: 60_000 }).toBe(1);

  line.fallSilent(false);
  await expect.poll(say, { timeout: 30_000 }).toBe('监控中');
  await expect.poll(() => room.phoneState(), { timeout: 20_000 }).toBe('live');
  await expect.poll(() => phone.getByText('待上传').count(), { timeout: 90_000 }).toBe(0);
  const { segments } = await room.staffHttp('segments', {}, { attemptId: room.attemptId });
  const inOrder = segments.sort((left, right) => left.startedAt - right.startedAt);
  expect(inOrder.length).toBeGreaterThanOrEqual(2);
  for (const [index, { startedAt }] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before) expect(Math.abs(startedAt - (before.startedAt + before.durationMs))).toBeLessThan(1_000);
  }
  await context.close();
}, 180_000);
