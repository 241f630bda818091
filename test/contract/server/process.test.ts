import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endProcess, forkServer, type ServerProcess, startProcess } from '../../fault/server-process.ts';
import { httpsFetch } from './https-fetch.ts';
import { writeSample } from './sample.ts';

let directory: string;
let server: ServerProcess | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-process-'));
  await writeSample(join(directory, 'sample'));
});
afterEach(async () => {
  if (server) await endProcess(server, 'SIGKILL');
  server = undefined;
  await rm(directory, { recursive: true, force: true });
});

const data = () => join(directory, 'data');
const start = (...args: string[]) => startProcess(data(), ['--sample', join(directory, 'sample'), ...args]);

/** Starts a server that cannot, and tells what it said. */
async function failure(args: string[]) {
  const child = forkServer(args);
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const [[message], [code]] = await Promise.all([once(child, 'message'), once(child, 'close')]);
  return { message, code, said };
}

test('it starts, serves, ends on SIGTERM, and keeps its times, its certificate and its examination', {
  timeout: 90_000,
}, async () => {
  const examination = async ({ origin, ca }: ServerProcess) =>
    (await httpsFetch(ca)(`${origin}/api/examinations`)).json();
  server = await start('--session-in', '60s');
  const before = (await examination(server)) as { examinations: unknown };
  const { ca } = server;
  expect((await stat(data())).mode & 0o777).toBe(0o700);
  expect(await endProcess(server, 'SIGTERM')).toBe(0);
  server = await start();
  expect(server.ca).toBe(ca);
  expect(await examination(server)).toMatchObject({ examinations: before.examinations });
  const gone = once(server.child, 'exit');
  server.child.disconnect();
  expect(await gone).toEqual([0, null]);
});

test('a port or a data directory in use, and an option that is wrong, are said and end it', {
  timeout: 90_000,
}, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const sample = ['--sample', join(directory, 'sample'), '--host', '127.0.0.1'];
  const taken = await failure(['--data', data(), '--port', String(port), ...sample]);
  other.close();
  expect(taken).toMatchObject({ code: 3, message: { type: 'failed', reason: 'port_in_use', port } });
  expect(taken.said).toContain('--port');

  server = await start();
  const second = await failure(['--data', data(), '--port', '0', ...sample]);
  expect(second).toMatchObject({ code: 4, message: { type: 'failed', reason: 'data_in_use' } });
  const wrong = await failure(['--data', data(), '--session-in', 'soon']);
  expect(wrong).toMatchObject({ code: 2, message: { reason: 'bad_option' } });
  expect(wrong.said).not.toMatch(/\n\s+at /);
});
