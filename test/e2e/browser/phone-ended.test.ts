import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPhoneRoom, type PhoneRoom } from '../phone-room.ts';

let room: PhoneRoom;

beforeAll(async () => {
  // The whole exam day in some twenty seconds: it ends at the second session's deadline, by itself.
  room = await openPhoneRoom({ sessionInSeconds: 1, durationSeconds: 10, breakSeconds: 1 });
}, 60_000);

afterAll(() => room?.close());

it('[EVI-1] after hand-in brings in what it recorded, turns the camera off, and only then may be closed', async () => {
  const context = await room.phoneContext();
  const phone = await context.newPage();
  await phone.goto(await room.qrCode());
  await phone.getByRole('button', { name: '打开摄像头' }).click();
  await expect.poll(() => room.phoneState(), { timeout: 20_000 }).toBe('live');

  await expect.poll(() => phone.locator('h1').textContent(), { timeout: 60_000 }).toBe('考试已交卷，谢谢配合');
  await expect.poll(() => phone.locator('p').textContent(), { timeout: 20_000 }).toContain('现在可以关闭本页面');
  const cameraOn = await phone.evaluate(() =>
    [...document.querySelectorAll('video')].some(({ srcObject }) => (srcObject as MediaStream | null)?.active),
  );
  expect(cameraOn).toBe(false);

  const { segments } = await room.staffHttp('segments', {}, { attemptId: room.attemptId });
  const recordedMs = segments.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const lastEnd = Math.max(...segments.map(({ startedAt, durationMs }) => startedAt + durationMs));
  expect(recordedMs).toBeGreaterThan(2_000);
  // The last segment is the cut-off one, and reaches up to the end of the exam.
  expect(Date.now() - lastEnd).toBeLessThan(10_000);

  await phone.reload();
  await expect.poll(() => phone.locator('h1').textContent()).toBe('请扫描二维码进入');
}, 120_000);
