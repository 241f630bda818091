import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPhoneRoom, type PhoneRoom } from '../phone-room.ts';

let room: PhoneRoom;
let relay: Server;
let origin = '';
const open = new Set<Socket>();
let silent = false;

/** As a phone's network that has gone: nothing is refused and nothing arrives. Later connections fare alike. */
function fallSilent(on: boolean): void {
  silent = on;
  // What was on its way when the network went is lost for good; TCP would bring it later, so the sockets go instead.
  if (!on) for (const socket of open) socket.destroy();
  else for (const socket of open) socket.unpipe().pause();
}

beforeAll(async () => {
  room = await openPhoneRoom({ sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 60 });
  relay = createServer((client) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    if (silent) return void client.pause();
    const upstream = connect(room.centre.port, '127.0.0.1');
    open.add(upstream);
    upstream.on('close', () => {
      open.delete(upstream);
      client.destroy();
    });
    upstream.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const address = relay.address();
  origin = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}, 60_000);

afterAll(async () => {
  for (const socket of open) socket.destroy();
  relay?.close();
  await room?.close();
});

it('[CAM-2] notices a network that falls silent, says so, and is live again by itself; no recording is lost', async () => {
  const context = await room.phoneContext();
  const phone = await context.newPage();
  const say = () => phone.locator('h1').textContent();
  const { hash } = new URL(await room.qrCode());
  await phone.goto(`${origin}/phone/${hash}`);
  await phone.getByRole('button', { name: '打开摄像头' }).click();
  await expect.poll(say, { timeout: 20_000 }).toBe('监控中');

  fallSilent(true);
  const cutAt = performance.now();
  await expect.poll(say, { timeout: 20_000, interval: 100 }).toBe('正在重新连接');
  expect(performance.now() - cutAt).toBeLessThan(8_000);
  await expect.poll(() => room.phoneState(), { timeout: 20_000 }).toBe('lost');
  // Long enough for the page to have given its socket up.
  await expect.poll(() => phone.getByText('还有 2 段待上传').count(), { timeout: 60_000 }).toBe(1);

  fallSilent(false);
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
