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
import { endProcess, type ServerProcess, startProcess } from './server-process.ts';

let directory: string;
let server: ServerProcess;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-killed-'));
  await writeSample(join(directory, 'sample'));
});
afterEach(async () => {
  await endProcess(server, 'SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

const start = () => startProcess(join(directory, 'data'), ['--sample', join(directory, 'sample'), '--duration', '20m']);
const http = (token: string | null) =>
  createHttpClient({ origin: server.origin, token: () => token, fetch: httpsFetch(server.ca) });

test('[ANS-1] kill -9 of the server in the middle of a stream loses no acknowledged entry, and the token goes on', async () => {
  server = await start();
  const { token, attempt } = await http(null)('candidateSignIn', signInBody('wang'));
  await http(token)('consent', {});
  await http(token)('identityCheck', matching);
  const bodies = Array.from({ length: 3_000 }, (_, index) => choose(index % 2 ? 't1' : 't2', 'abc'[index % 3] ?? 'a'));
  const entries = await chain(attempt.id, bodies);
  let acknowledged = 0;

  for (const killAfter of [5, 40, 200]) {
    const auth = { token, protocol: PROTOCOL_VERSION };
    const socket = io(`${server.origin}/candidate`, { auth, ca: server.ca, reconnection: false } as Parameters<
      typeof io
    >[1]);
    const goal = acknowledged + killAfter;
    // Many batches are under way at once, so that the kill falls between them and into them.
    const sending = Array.from({ length: 80 }, async (_, index) => {
      const from = acknowledged + index * 5;
      const batch = { epoch: 1, entries: entries.slice(from, from + 5) };
      const { cursor } = await socketRequest<Cursor>(socket, 'entries.append', batch, 3_000);
      acknowledged = Math.max(acknowledged, cursor);
      if (acknowledged >= goal) server.child.kill('SIGKILL');
    });
    await Promise.allSettled(sending);
    socket.disconnect();
    await endProcess(server, 'SIGKILL');
    expect(acknowledged).toBeGreaterThanOrEqual(goal);

    server = await start();
    const { state, cursors } = await http(token)('answers', {});
    const cursor = cursors[0]?.cursor ?? 0;
    expect(cursor).toBeGreaterThanOrEqual(acknowledged);
    expect(state).toEqual(foldEntries(entries.slice(0, cursor)));
    acknowledged = cursor;
  }
});
