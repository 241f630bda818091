import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AnswerLog, openAnswerLog } from '../../renderer/exam/journal/answer-log.ts';
import type { RouteReply } from '../../shared/contract/http.ts';
import { createHttpClient } from '../../shared/contract/http-client.ts';
import { socketRequest } from '../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import { httpsFetch } from '../contract/server/https-fetch.ts';
import { choose, matching, signInBody } from '../contract/server/people.ts';
import { writeSample } from '../contract/server/sample.ts';
import { memoryJournalStore } from '../fakes/memory-journal-store.ts';
import { endProcess, type ServerProcess, startProcess } from './server-process.ts';

let directory: string;
let server: ServerProcess;
const sockets: Socket[] = [];
const place = (name: string) => join(directory, name);
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-backup-'));
  await writeSample(place('sample'));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await endProcess(server, 'SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

const start = (data: string) =>
  startProcess(place(data), ['--sample', place('sample'), '--duration', '20m', '--evidence-key', place('the.key')]);
const http = (token: string | null) =>
  createHttpClient({ origin: server.origin, token: () => token, fetch: httpsFetch(server.ca) });

/** Runs one of the operator's commands as a program of its own. */
async function command(name: 'backup' | 'restore', ...args: string[]) {
  const main = fileURLToPath(new URL(`../../server/backup/${name}-main.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

/** A candidate's computer: its disk outlives its windows, and each window's answer log is the real one. */
function computer() {
  const disk = memoryJournalStore();
  const wires: { current: Socket } = { current: null as never };
  const connect = (token: string) => {
    const options = { auth: { token, protocol: PROTOCOL_VERSION }, ca: server.ca };
    wires.current = io(`${server.origin}/candidate`, options as Parameters<typeof io>[1]);
    sockets.push(wires.current);
  };
  return {
    connect,
    async signIn(): Promise<{ signedIn: RouteReply<'candidateSignIn'>; log: AnswerLog }> {
      const signedIn = await http(null)('candidateSignIn', signInBody('wang'));
      const { token, attempt, attemptKey } = signedIn;
      await http(token)('consent', {});
      if (attempt.identity !== 'verified') await http(token)('identityCheck', matching);
      connect(token);
      const log = await openAnswerLog({
        ...{ attemptId: attempt.id, epoch: attempt.epoch, attemptKey, store: disk.store, reachFile: disk.reachFile },
        server: await http(token)('answers', {}),
        now: () => Date.now(),
        send: (batch) => socketRequest(wires.current, 'entries.append', batch, 5_000),
        random: Math.random,
        schedule(task, ms) {
          const timer = setTimeout(task, ms);
          return () => clearTimeout(timer);
        },
        onFenced: () => expect.fail('nobody took it over'),
        log: () => undefined,
      });
      return { signedIn, log };
    },
  };
}

/** Resolves when the log's status is what is waited for. */
const until = (log: AnswerLog, isSo: (log: AnswerLog) => boolean) =>
  new Promise<void>((resolve) => {
    if (isSo(log)) return resolve();
    const stop = log.subscribe(() => {
      if (!isSo(log)) return;
      stop();
      resolve();
    });
  });

/** Answers and answers again until told to stop. Returns how many entries were written. */
function writing(log: AnswerLog) {
  let going = true;
  const done = (async () => {
    let count = 0;
    while (going) await log.write(choose(count % 2 ? 't1' : 't2', 'abc'[count++ % 3] ?? 'a'));
  })();
  return {
    async stop() {
      going = false;
      await done;
    },
  };
}

test('[ANS-2] a backup made while a candidate writes holds all that was acknowledged before; after its restore the window sends what came later', async () => {
  server = await start('data');
  const desk = computer();
  const { signedIn, log } = await desk.signIn();
  const pen = writing(log);
  await until(log, ({ status }) => status.cursor >= 100);
  const before = log.status.cursor;
  expect(await command('backup', '--data', place('data'), '--to', place('kept'))).toMatchObject({ code: 0 });
  const after = log.status.cursor;
  await until(log, ({ status }) => status.cursor >= after + 100);
  await pen.stop();
  await log.flush();
  const { lastSeq } = log.status;

  // The computer of the exam centre is gone, with its disk.
  await endProcess(server, 'SIGKILL');
  await rm(place('data'), { recursive: true });
  expect(await command('restore', '--from', place('kept'), '--data', place('restored'))).toMatchObject({ code: 0 });
  const { ca } = server;
  server = await start('restored');
  expect(server.ca).toBe(ca);
  const restored = await http(signedIn.token)('answers', {});
  const cursor = restored.cursors[0]?.cursor ?? 0;
  expect(cursor).toBeGreaterThanOrEqual(before);
  expect(cursor).toBeLessThan(lastSeq);

  desk.connect(signedIn.token);
  const wentBack = until(log, ({ status }) => status.cursor < lastSeq);
  log.kick();
  await wentBack;
  await log.flush();
  const { state, cursors } = await http(signedIn.token)('answers', {});
  expect(cursors).toEqual([{ epoch: 1, cursor: lastSeq }]);
  expect(state).toEqual(log.state);
});

test('[ANS-4] whoever signed in anew after the backup signs in again, and what that epoch wrote is carried', async () => {
  server = await start('data');
  const desk = computer();
  const first = await desk.signIn();
  await first.log.write(choose('t1', 'a'));
  await first.log.flush();
  expect(await command('backup', '--data', place('data'), '--to', place('kept'))).toMatchObject({ code: 0 });
  const second = await desk.signIn();
  expect(second.signedIn.attempt.epoch).toBe(2);
  await second.log.write(choose('t2', 'b'));
  await second.log.flush();

  await endProcess(server, 'SIGKILL');
  expect(await command('restore', '--from', place('kept'), '--data', place('restored'))).toMatchObject({ code: 0 });
  server = await start('restored');
  await expect(http(second.signedIn.token)('answers', {})).rejects.toMatchObject({ reason: 'not_signed_in' });
  const third = await desk.signIn();
  expect(third.signedIn.attempt.epoch).toBe(1_001);
  expect(third.log.merged.map(({ entry, outcome }) => [entry.epoch, outcome])).toEqual([[2, 'carried']]);
  await third.log.flush();
  const { state } = await http(third.signedIn.token)('answers', {});
  expect(state.responses).toEqual({
    t1: { kind: 'choice', chosen: ['a'] },
    t2: { kind: 'choice', chosen: ['b'] },
  });
});

test('a backup that is incomplete or damaged is not restored, and nothing is written over', async () => {
  server = await start('data');
  await endProcess(server, 'SIGTERM');
  const backup = (...args: string[]) => command('backup', '--data', place('data'), ...args);
  const restore = (data: string) => command('restore', '--from', place('kept'), '--data', place(data));
  expect(await backup('--to', place('data'))).toMatchObject({ code: 1, said: expect.stringContaining('not empty') });
  expect(await restore('new')).toMatchObject({ code: 1, said: expect.stringContaining('no complete backup') });
  expect(await backup('--to', place('kept'))).toMatchObject({ code: 0 });
  expect(await restore('data')).toMatchObject({ code: 1, said: expect.stringContaining('not empty') });
  const again = await backup('--to', place('kept-2'), '--since', place('kept'));
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('complete') });

  await writeFile(place('kept/tls/cert.pem'), 'X', { flag: 'a' });
  expect(await restore('new')).toMatchObject({ code: 1, said: expect.stringContaining('tls/cert.pem') });
  await rm(place('kept/backup.json'));
  expect(await restore('new')).toMatchObject({ code: 1, said: expect.stringContaining('no complete backup') });
});
