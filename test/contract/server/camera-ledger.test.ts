import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCameraLedgers } from '../../../server/services/camera-ledgers.ts';
import { createStorage } from '../../../server/sql/storage.ts';
import { type RouteReply, rawPaths } from '../../../shared/contract/http.ts';
import type { Camera } from '../../../shared/contract/views.ts';
import { type FactLink, intactFacts } from '../../../shared/domain/camera-fact.ts';
import { MINUTE, type TestClient, TestServer } from './harness.ts';
import { enter, pairPhone, type SignedIn, signIn, sitTheory, staff } from './people.ts';
import { sha256, uploadsTo } from './resumable.ts';
import { MARKERS, ORGANISER } from './sample.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const { upload } = uploadsTo(() => server, rawPaths.evidence);
async function record(token: string, camera: Camera, from: number, durationMs: number): Promise<void> {
  const bytes = randomBytes(50);
  const described = { segmentId: `${camera}-${Math.round(from)}`, camera, mime: 'video/webm', sha256: sha256(bytes) };
  await upload(bytes, token, { ...described, startedAt: String(from), durationMs: String(durationMs) }).done;
}

async function ledgerOf({ attemptId }: SignedIn) {
  const { call } = await staff(server);
  const reply = await call('cameraLedger', {}, { attemptId });
  const of = (camera: Camera) => {
    const found = reply.cameras.find((each) => each.camera === camera);
    if (!found) throw new Error(`no ledger of ${camera}`);
    return found;
  };
  return { front: of('front'), rear: of('rear') };
}
type Ledger = RouteReply<'cameraLedger'>['cameras'][number];
const told = ({ spans }: Ledger) =>
  spans.map(({ state, cause, seconds }) => [state, cause, seconds].filter((part) => part !== null).join(' '));

/** What was learnt has been written: the server answers whoever asks after it. */
const settled = ({ request }: TestClient) => request('clock.ping');
const openedAt = async ({ attemptId }: SignedIn) =>
  (await server.db.selectFrom('opening').select('at').where('attempt_id', '=', attemptId).executeTakeFirstOrThrow()).at;

describe('the ledger of the cameras', () => {
  test('[CAM-1] accounts for every second from the opening of the paper to the hand-in, of both cameras', async () => {
    const wang = await sitTheory(server);
    const window = await server.connect('/candidate', wang.token);
    const phone = await pairPhone(server, wang);
    const phoneLine = await server.connect('/phone', phone);
    await settled(window);
    await settled(phoneLine);
    const start = Math.ceil((await openedAt(wang)) / 1_000) * 1_000;
    server.ahead += 10 * MINUTE;
    await record(wang.token, 'front', start - 1_000, 301_000);
    await window.request('gap.report', {
      camera: 'front',
      from: start + 300_000,
      durationMs: 100_000,
      cause: 'camera_lost',
    });
    await record(phone, 'rear', start + 60_000, 60_000);
    await phoneLine.request('gap.report', { from: start + 120_000, durationMs: 30_000, cause: 'memory_full' });
    await wang.call('handIn', { sessionId: 'theory', epoch: 1, lastSeq: 0, responsesHash: sha256(Buffer.from('{}')) });
    server.ahead += 10 * MINUTE;
    const { front, rear } = await ledgerOf(wang);
    const handedIn = await server.db.selectFrom('receipt').select('handed_in_at').executeTakeFirstOrThrow();
    const owed = Math.floor(handedIn.handed_in_at / 1_000) - start / 1_000;
    expect(owed).toBeGreaterThanOrEqual(598);
    expect([front.totals.owed, rear.totals.owed]).toEqual([owed, owed]);
    expect(told(front)).toEqual(['recorded 300', 'missing camera_lost 100', `missing unexplained ${owed - 400}`]);
    expect(front.totals).toMatchObject({ recorded: 300, missing: owed - 300, causes: { camera_lost: 100 } });
    expect(rear.totals).toMatchObject({ recorded: 60, causes: { memory_full: 30 } });
    for (const { totals, chain } of [front, rear]) {
      expect(totals.recorded + totals.live + totals.missing).toBe(owed);
      expect(chain).toMatchObject({ intact: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    }
  });

  test('[CAM-1] is amended by a recording that comes late, as a new link, and no link can be changed or removed', async () => {
    const wang = await sitTheory(server);
    const window = await server.connect('/candidate', wang.token);
    await settled(window);
    window.raw.disconnect();
    await expect.poll(async () => (await ledgerOf(wang)).front.chain.links).toBe(2);
    const start = Math.ceil((await openedAt(wang)) / 1_000) * 1_000;
    server.ahead += 5 * MINUTE;
    const before = (await ledgerOf(wang)).front;
    expect(before.totals).toMatchObject({ recorded: 0, causes: { disconnected: expect.any(Number) } });
    await record(wang.token, 'front', start, 200_000);
    const after = (await ledgerOf(wang)).front;
    expect(after.totals.recorded).toBe(200);
    expect(after.chain.links).toBe(before.chain.links + 1);
    const links = await server.db.selectFrom('camera_fact').selectAll().orderBy('seq').execute();
    expect(links.at(-1)?.prev).toBe(before.chain.head);
    await expect(server.db.updateTable('camera_fact').set({ at: 1 }).execute()).rejects.toThrow(/never changed/);
    await expect(server.db.deleteFrom('camera_fact').execute()).rejects.toThrow(/never changed/);
  });

  test('[CAM-1] counts the seconds during which a phone’s pictures advanced, and those in which it was away', async () => {
    const wang = await sitTheory(server);
    const line = await server.connect('/phone', await pairPhone(server, wang));
    const start = server.now();
    let frames = 0;
    const beats = async (count: number, trouble: 'hidden' | null) => {
      for (let each = 0; each < count; each += 1) {
        server.ahead += 1_000;
        frames += 15;
        await line.request('heartbeat', { frames, trouble, was: null, battery: null, charging: null });
      }
    };
    await beats(32, null);
    const hiddenAt = server.now();
    await beats(20, 'hidden');
    await beats(1, null);
    const backAt = server.now();
    server.ahead += 5 * MINUTE;
    const { totals } = (await ledgerOf(wang)).rear;
    const elapsed = Math.round((server.now() - start) / 1_000);
    // The first heartbeat and the second beside each edge are what may differ.
    const [seconds, hidden] = [hiddenAt - start, backAt - hiddenAt].map((ms) => ms / 1_000) as [number, number];
    expect(Math.abs(totals.live - seconds)).toBeLessThanOrEqual(3);
    expect(Math.abs((totals.causes.hidden ?? 0) - hidden)).toBeLessThanOrEqual(3);
    expect(totals.owed).toBeGreaterThanOrEqual(elapsed - 1);
  });

  test('[CAM-1] says that the exam centre was down, for every camera that was there when it went', async () => {
    const wang = await sitTheory(server);
    // A crash leaves a camera that came and never went: written without a socket, whose end would be told.
    const ledgers = createCameraLedgers({ store: createStorage(server.db), clock: server, book: null as never });
    await ledgers.append(createStorage(server.db), wang.attemptId, 'front', { kind: 'came', at: server.now() });
    await server.down();
    server.ahead += 3 * MINUTE;
    await server.up();
    const { totals } = (await ledgerOf(wang)).front;
    expect(totals.causes.centre_down).toBeGreaterThanOrEqual(179);
    expect(totals.causes.unexplained).toBeUndefined();
  });

  test('[CAM-1] counts as down from the last it learnt of that camera, not of another: what it had not yet written is lost with it', async () => {
    const wang = await sitTheory(server);
    const li = await sitTheory(server, 'li');
    const store = createStorage(server.db);
    const ledgers = createCameraLedgers({ store, clock: server, book: null as never });
    await ledgers.append(store, wang.attemptId, 'front', { kind: 'came', at: server.now() });
    server.ahead += 8_000;
    await ledgers.append(store, li.attemptId, 'front', { kind: 'came', at: server.now() });
    await server.down();
    server.ahead += 3 * MINUTE;
    await server.up();
    const { totals } = (await ledgerOf(wang)).front;
    expect(totals.causes.centre_down).toBeGreaterThanOrEqual(187);
    expect(totals.causes.unexplained).toBeUndefined();
  });

  test('[CAM-1] is exported with the heads of its chains, which whoever has the file can verify', async () => {
    const wang = await sitTheory(server);
    const window = await server.connect('/candidate', wang.token);
    const start = Math.ceil((await openedAt(wang)) / 1_000) * 1_000;
    await window.request('gap.report', { camera: 'front', from: start, durationMs: 5_000, cause: '=1+"1"' });
    server.ahead += MINUTE;
    const { token } = await staff(server);
    const get = (format: string) =>
      server.fetch(`${server.origin}${rawPaths.cameraLedger}${wang.attemptId}?format=${format}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const json = (await (await get('json')).json()) as RouteReply<'cameraLedger'> & {
      links: Record<Camera, FactLink[]>;
    };
    for (const { camera, chain } of json.cameras) {
      expect(json.links[camera].at(-1)?.hash ?? '0'.repeat(64)).toBe(chain.head);
      expect(await intactFacts(json.links[camera])).toBe(chain.links);
    }
    const csv = await get('csv');
    expect(csv.headers.get('content-disposition')).toContain('camera-ledger.csv');
    const [columns, ...rows] = (await csv.text()).trim().split('\r\n');
    expect(columns).toBe('attempt,camera,from,until,seconds,state,cause,chain_intact,chain_head');
    const head = json.cameras.find(({ camera }) => camera === 'front')?.chain.head;
    expect(rows[0]).toBe(
      `${wang.attemptId},front,${new Date(start).toISOString()},${new Date(start + 5_000).toISOString()},5,missing,"'=1+""1""",true,${head}`,
    );
    expect((await get('exe')).status).toBe(400);
  });

  test('[SEC-1] is shown to proctors only, and a phone reports about its own camera only', async () => {
    const wang = await sitTheory(server);
    const li = await signIn(server, 'li');
    const phone = await pairPhone(server, wang);
    const others = [li.token, wang.token, phone];
    for (const account of [ORGANISER, MARKERS[0] as typeof ORGANISER])
      others.push((await staff(server, account)).token);
    for (const token of others) {
      await expect(server.http(token)('cameraLedger', {}, { attemptId: wang.attemptId })).rejects.toMatchObject({
        reason: 'not_allowed',
      });
      const file = await server.fetch(`${server.origin}${rawPaths.cameraLedger}${wang.attemptId}?format=json`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(file.status).toBe(403);
    }
    const { call } = await staff(server);
    await expect(call('cameraLedger', {}, { attemptId: 'nobody' })).rejects.toMatchObject({ reason: 'not_found' });
    const line = await server.connect('/phone', phone);
    await line.request('gap.report', { from: 1, durationMs: 1, cause: 'x', camera: 'front' });
    const gaps = await server.db.selectFrom('camera_fact').select('camera').where('kind', '=', 'gap').execute();
    expect(gaps).toEqual([{ camera: 'rear' }]);
  });

  test('[CAM-1] owes nothing before a paper is opened', async () => {
    const wang = await enter(server, 'wang');
    const { front, rear } = await ledgerOf(wang);
    expect([front.spans, rear.spans]).toEqual([[], []]);
  });
});
