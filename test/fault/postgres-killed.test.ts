import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cursor } from '../../shared/contract/entries.ts';
import { createHttpClient } from '../../shared/contract/http-client.ts';
import { socketRequest } from '../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import { foldEntries } from '../../shared/domain/fold.ts';
import { httpsFetch } from '../contract/server/https-fetch.ts';
import { chain, choose, matching, signInBody } from '../contract/server/people.ts';
import { writeSample } from '../contract/server/sample.ts';
import { Cluster } from '../postgres/cluster.ts';
import { runOn } from '../postgres/test-database.ts';
import { endProcess, type ServerProcess, startProcess } from './server-process.ts';

let directory: string;
let cluster: Cluster | null;
let server: ServerProcess | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-pg-killed-'));
  await writeSample(join(directory, 'sample'));
  cluster = await Cluster.make();
});
afterEach(async () => {
  if (server) await endProcess(server, 'SIGKILL');
  server = undefined;
  await cluster?.end();
  await rm(directory, { recursive: true, force: true });
});

type Act = (database: Cluster, url: string) => Promise<void>;

/** Every connection but the one that asks, and with it the one that holds the database. */
const breakConnections: Act = async (_, url) => {
  await runOn(url, 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
};
/** As a power cut has it. */
const killServer: Act = async (database) => {
  await database.stop('SIGKILL');
  await database.start();
};

test.each([
  ['its connections are cut', breakConnections],
  ['its server is killed', killServer],
])('[ANS-2] PostgreSQL in mid-stream: %s three times, and no acknowledged entry is lost or doubled', async (_, act) => {
  if (!cluster) return expect(process.env.YUNKAO_POSTGRES).not.toBe('required');
  await runOn(cluster.url('postgres'), 'create database yunkao');
  const url = cluster.url('yunkao');
  server = await startProcess(join(directory, 'data'), ['--sample', join(directory, 'sample'), '--postgres', url]);
  const { origin, ca } = server;
  const http = (token: string | null) => createHttpClient({ origin, token: () => token, fetch: httpsFetch(ca) });
  const { token, attempt } = await http(null)('candidateSignIn', signInBody('wang'));
  await http(token)('consent', {});
  await http(token)('identityCheck', matching);
  const bodies = Array.from({ length: 1_500 }, (_, index) => choose(index % 2 ? 't1' : 't2', 'abc'[index % 3] ?? 'a'));
  const entries = await chain(attempt.id, bodies);
  const auth = { token, protocol: PROTOCOL_VERSION };
  const socket = io(`${origin}/candidate`, { auth, ca } as Parameters<typeof io>[1]);

  let acknowledged = 0;
  let failures = 0;
  const acts = [100, 400, 800];
  let acting: Promise<void> | null = null;
  while (acknowledged < entries.length) {
    const batch = { epoch: 1, entries: entries.slice(acknowledged, acknowledged + 5) };
    // What became of a batch whose reply never came is not known: it is sent again.
    const reply = await socketRequest<Cursor>(socket, 'entries.append', batch, 10_000).catch(() => null);
    if (reply === null) {
      failures += 1;
      await acting;
    } else {
      expect(reply.cursor).toBeGreaterThanOrEqual(acknowledged);
      acknowledged = reply.cursor;
    }
    if (acknowledged < (acts[0] ?? Number.POSITIVE_INFINITY)) continue;
    acts.shift();
    await acting;
    acting = act(cluster, url);
  }
  await acting;
  socket.disconnect();

  expect(acts).toEqual([]);
  expect(failures).toBeGreaterThan(0);
  const { state, cursors } = await http(token)('answers', {});
  expect(cursors).toEqual([{ epoch: 1, cursor: entries.length }]);
  expect(state).toEqual(foldEntries(entries));
  const { rows } = await runOn(url, 'select count(*)::int as stored from entry');
  expect(rows).toEqual([{ stored: entries.length }]);
});
