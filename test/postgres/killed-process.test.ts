import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { ownCertificate } from '../../server/start/certificate.ts';
import type { Cursor } from '../../shared/contract/entries.ts';
import { createHttpClient } from '../../shared/contract/http-client.ts';
import { socketRequest } from '../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import { foldEntries } from '../../shared/domain/fold.ts';
import { httpsFetch } from '../contract/server/https-fetch.ts';
import { chain, choose, matching, signInBody, type Who } from '../contract/server/people.ts';
import { PROCTOR, writeSample } from '../contract/server/sample.ts';
import { endProcess, type ServerProcess, startProcess } from '../fault/server-process.ts';
import { noRedis, RedisServer } from '../redis/redis-server.ts';
import { runOn } from './test-database.ts';

const admin = inject('postgres');
const DATABASE = 'yunkao_killed_process';
const url = admin.replace(/postgres$/, DATABASE);
const CANDIDATES = 3;

let directory: string;
let redis: RedisServer | null;
let servers: ServerProcess[] = [];
beforeEach(async ({ skip }) => {
  redis = await RedisServer.make();
  if (redis === null) return skip(noRedis());
  directory = await mkdtemp(join(tmpdir(), 'yunkao-killed-process-'));
  await writeSample(join(directory, 'sample'));
  await runOn(admin, `create database ${DATABASE}`);
  const tls = join(directory, 'data', 'tls');
  await ownCertificate(tls, ['127.0.0.1'], { now: Date.now });
  const certificate = ['--cert', join(tls, 'cert.pem'), '--key', join(tls, 'key.pem')];
  const args = ['--sample', join(directory, 'sample'), '--postgres', url, '--redis', redis.url, ...certificate];
  // At the same time, on an empty database: one of them makes the examination.
  servers = await Promise.all([0, 1].map(() => startProcess(join(directory, 'data'), args)));
}, 90_000);
afterEach(async () => {
  if (redis === null) return;
  for (const server of servers.splice(0)) await endProcess(server, 'SIGKILL');
  await runOn(admin, `drop database ${DATABASE} with (force)`);
  await redis.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Windows send again to whichever process answers, as behind a proxy. */
test('[ANS-2] a process is killed in mid-stream: its candidates go on at the other, and no answer is lost or doubled', async () => {
  const [doomed, other] = servers as [ServerProcess, ServerProcess];
  const http = ({ origin, ca }: ServerProcess, token: string | null = null) =>
    createHttpClient({ origin, token: () => token, fetch: httpsFetch(ca) });
  const line = ({ origin, ca }: ServerProcess, namespace: string, token: string): Socket =>
    io(`${origin}${namespace}`, {
      ...{ auth: { token, protocol: PROTOCOL_VERSION }, ca },
      ...{ transports: ['websocket'], forceNew: true },
    } as Parameters<typeof io>[1]);

  const enter = async (who: Who, at: ServerProcess) => {
    const { token, attempt } = await http(at)('candidateSignIn', signInBody(who));
    await http(at, token)('consent', {});
    await http(at, token)('identityCheck', matching);
    return { token, attemptId: attempt.id };
  };
  const wang = await enter('wang', doomed);
  const li = await enter('li', other);
  // Goes with the process and does not come back.
  const zhang = await http(doomed)('candidateSignIn', signInBody('zhang'));
  const gone = line(doomed, '/candidate', zhang.token);
  const { token } = await http(other)('staffSignIn', PROCTOR);
  const wall = line(other, '/staff', token);
  const places = await socketRequest<{ places: unknown[] }>(wall, 'wall.join', {});
  expect(places.places).toHaveLength(CANDIDATES);
  const offline = new Promise((resolve) => {
    wall.on('place.changed', (place) => {
      if (place.attemptId === zhang.attempt.id && place.offlineSince !== null) resolve(place.online);
    });
  });

  const write = async ({ token: own, attemptId }: typeof wang, begins: ServerProcess, onHalf: () => Promise<void>) => {
    const entries = await chain(
      attemptId,
      Array.from({ length: 400 }, (_, index) => choose(index % 2 ? 't1' : 't2', 'abc'[index % 3] ?? 'a')),
    );
    let at = begins;
    let socket = line(at, '/candidate', own);
    let [acknowledged, unanswered, half] = [0, 0, false];
    while (acknowledged < entries.length) {
      if (!half && acknowledged >= entries.length / 2) {
        half = true;
        void onHalf();
      }
      const batch = { epoch: 1, entries: entries.slice(acknowledged, acknowledged + 5) };
      // What became of a batch whose reply never came is not known: it is sent again.
      const reply = await socketRequest<Cursor>(socket, 'entries.append', batch, 1_000).catch(() => null);
      if (reply) {
        expect(reply.cursor).toBeGreaterThanOrEqual(acknowledged);
        acknowledged = reply.cursor;
        continue;
      }
      unanswered += 1;
      socket.disconnect();
      at = other;
      socket = line(at, '/candidate', own);
    }
    socket.disconnect();
    const { state, cursors } = await http(other, own)('answers', {});
    expect(cursors).toEqual([{ epoch: 1, cursor: entries.length }]);
    expect(state).toEqual(foldEntries(entries));
    return unanswered;
  };
  const kill = async () => void (await endProcess(doomed, 'SIGKILL'));
  const [atDoomed, atOther] = await Promise.all([write(wang, doomed, kill), write(li, other, async () => {})]);
  expect(atDoomed).toBeGreaterThan(0);
  expect(atOther).toBe(0);
  const { rows } = await runOn(url, 'select count(*)::int as stored from entry');
  expect(rows).toEqual([{ stored: 800 }]);
  // Nobody was there to write that they went; the other process does.
  expect(await offline).toBe(false);
  gone.disconnect();
  wall.disconnect();
}, 60_000);
