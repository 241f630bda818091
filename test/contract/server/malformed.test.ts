import { readdir, readFile } from 'node:fs/promises';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as z from 'zod';
import { type AccessRow, fileAccess, routeAccess, socketAccess, type Who } from '../../../shared/contract/access.ts';
import { RefusalSchema, type RouteName, rawPaths, routes } from '../../../shared/contract/http.ts';
import { candidateSocket, phoneSocket, staffSocket } from '../../../shared/contract/socket.ts';
import { seededRandom, shuffled } from '../../../shared/domain/seeded-random.ts';
import { atOnce } from '../../rehearsal/at-once.ts';
import { TestServer } from './harness.ts';
import { httpsFetch } from './https-fetch.ts';
import { HOSTILE, HOSTILE_NAMES, malformed, NOT_JSON } from './malformed-bodies.ts';
import { pairPhone, type SignedIn, sitTheory, staff } from './people.ts';
import { CANDIDATES, CHIEF, JPEG, MARKERS, OBSERVER, ORGANISER, PROCTOR, REVIEWERS } from './sample.ts';

/** The same tries each time; another seed, other tries. */
const random = seededRandom('malformed 1');
const A_ROUTE = 9;
/** Of what is no JSON so many a route; one route has all of it. */
const A_ROUTE_NOT_JSON = 2;
/** Names that lead elsewhere, so many a path. */
const A_PATH = 5;
const AT_ONCE = 6;
/** What a stack, a path of the server or its database would look like. */
const INSIDE = /\bat .+:\d+:\d+|node_modules|[.]ts\b|[/]tmp[/]|SQLITE|select .* from|postgres/i;

let server: TestServer;
let send: typeof fetch;
let wang: SignedIn;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const tokens = new Map<Who, string | null>([['anyone', null]]);
const tried = { bodies: 0, names: 0, uploads: 0, events: 0, frames: 0 };
/** What was answered as nothing may be, with what it was sent. */
const wrong: string[] = [];

beforeAll(async () => {
  server = await TestServer.start();
  send = httpsFetch(server.ca, { agent });
  wang = await sitTheory(server);
  tokens.set('candidate', wang.token).set('phone', await pairPhone(server, wang));
  const accounts = {
    ...{ proctor: PROCTOR, chief: CHIEF, observer: OBSERVER, organiser: ORGANISER },
    ...{ reviewer: REVIEWERS[0], marker: MARKERS[0] },
  };
  for (const [who, account] of Object.entries(accounts)) tokens.set(who as Who, (await staff(server, account)).token);
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await server.end();
  const { bodies, names, uploads, events, frames } = tried;
  console.info(`[SEC-4] ${bodies} bodies, ${names} names, ${uploads} uploads, ${events} events, ${frames} frames`);
});

const headersOf = (row: AccessRow): Record<string, string> => {
  const token = tokens.get(row.who[0] as Who);
  return token ? { authorization: `Bearer ${token}` } : {};
};
const shown = (value: unknown) => JSON.stringify(value).slice(0, 200);

/** Whether an answer is one the contract has: whatever was asked, never a failure of the server and nothing of its inside. */
function judge(what: string, status: number, text: string): void {
  const coded = status < 400 || RefusalSchema.safeParse(parsed(text)).success;
  if (status >= 500 || !coded || INSIDE.test(text)) wrong.push(`${what}: ${status} ${shown(text)}`);
}
/** Of an upload: what tus itself refuses has tus's own words, and 501 for what it does not offer. */
function judgeUpload(what: string, status: number, text: string): void {
  if (status < 400 || (status >= 500 && status !== 501) || INSIDE.test(text)) {
    wrong.push(`${what}: ${status} ${shown(text)}`);
  }
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function tryRequest(method: string, path: string, row: AccessRow, type: string, body: string | Buffer | null) {
  const headers = { ...headersOf(row), ...(body === null ? {} : { 'content-type': type }) };
  const response = await send(server.origin + path, { method, headers, body: body as string });
  judge(`${method} ${path} ${String(body).slice(0, 150)}`, response.status, await response.text());
}

const named = (path: string, name = 'nothing') =>
  path.replace(':attemptId', wang.attemptId).replace(':sessionId', 'theory').replace(/:\w+/g, name);
/** Signing out or handing in would leave nothing to try the rest with. */
const LAST: ReadonlySet<RouteName> = new Set(['handIn', 'collect']);
const routeRows = (Object.keys(routes) as RouteName[])
  .filter((name) => name !== 'staffSignOut')
  .sort((left, right) => Number(LAST.has(left)) - Number(LAST.has(right)));

test('[SEC-4] every route refuses bodies that are wrong in any way', async () => {
  for (const name of routeRows) {
    const { method, path, body } = routes[name];
    if (method !== 'POST') continue;
    const row = routeAccess[name];
    const bodies = malformed(body as z.ZodType, A_ROUTE, random).map((each) => JSON.stringify(each));
    const notJson = name === 'flag' ? NOT_JSON : shuffled(NOT_JSON, random).slice(0, A_ROUTE_NOT_JSON);
    const tries = [...bodies.map((each) => ({ type: 'application/json', body: each })), ...notJson];
    await atOnce(AT_ONCE, tries, ({ type, body: bytes }) => tryRequest(method, named(path), row, type, bytes));
    tried.bodies += tries.length;
  }
  expect(wrong.splice(0)).toEqual([]);
});

test('[SEC-4] a body above the limit is refused as too large', async () => {
  const row = routeAccess.flag;
  const body = JSON.stringify({ note: 'x'.repeat(5_000_000) });
  const path = named(routes.flag.path);
  const headers = { ...headersOf(row), 'content-type': 'application/json' };
  const response = await send(server.origin + path, { method: 'POST', headers, body });
  expect([response.status, await response.json()]).toMatchObject([413, { reason: 'too_large' }]);
});

test('[SEC-4] every path refuses names that lead elsewhere', async () => {
  const all: [string, AccessRow][] = [
    ...routeRows.map(
      (name) => [`${routes[name].method} ${routes[name].path}`, routeAccess[name]] as [string, AccessRow],
    ),
    ...Object.entries(fileAccess),
  ];
  for (const [key, row] of all) {
    const [method = '', path = ''] = key.split(' ');
    if (!path.includes(':')) continue;
    const tus = path.startsWith(rawPaths.evidence) || path.startsWith(rawPaths.thesis);
    await atOnce(AT_ONCE, shuffled(HOSTILE_NAMES, random).slice(0, A_PATH), async (name) => {
      tried.names += 1;
      const url = server.origin + path.replace(/:\w+/g, name);
      const headers = { ...headersOf(row), ...(tus && { 'tus-resumable': '1.0.0', 'upload-offset': '0' }) };
      const typed = method === 'POST' ? 'application/json' : 'application/offset+octet-stream';
      const sends = method === 'POST' || method === 'PATCH';
      const response = await send(url, {
        ...{ method, headers: { ...headers, ...(sends && { 'content-type': typed }) } },
        body: sends ? '{}' : null,
      });
      const text = await response.text();
      // A list of what nobody has is empty, and nothing else is answered.
      if (method !== 'GET' && response.status < 400) wrong.push(`${method} ${url}: ${response.status}`);
      (tus ? judgeUpload : judge)(`${method} ${url}`, response.status, text);
    });
  }
  expect(wrong.splice(0)).toEqual([]);
});

test('[SEC-4] uploads refuse what they are not told rightly, and what they are told wrongly', async () => {
  const right = {
    ...{ segmentId: 'of-wang', camera: 'front', startedAt: '1', durationMs: '1', mime: 'video/webm' },
    sha256: '0'.repeat(64),
  };
  const thesis = { submissionId: 'of-wang', sessionId: 'review', fileName: 'a.pdf', sha256: '0'.repeat(64) };
  const encoded = (fields: object) =>
    Object.entries(fields)
      .map(([key, value]) => `${key} ${Buffer.from(String(value)).toString('base64')}`)
      .join(',');
  const folders = () => readdir(join(server.directory, 'data'));
  const before = await folders();
  const texts = HOSTILE.filter((each) => typeof each === 'string' && each.length < 2_000);
  for (const [path, fields] of [
    [rawPaths.evidence, right],
    [rawPaths.thesis, thesis],
  ] as const) {
    const bad = Object.keys(fields).flatMap((key) => texts.map((text) => encoded({ ...fields, [key]: text })));
    const headers = [
      ...bad.map((metadata) => ({ 'upload-length': '5', 'upload-metadata': metadata })),
      ...['-1', 'NaN', '1e9', '99999999999999', '0x10', ''].map((length) => ({
        ...{ 'upload-length': length, 'upload-metadata': encoded(fields) },
      })),
      ...['', ',', '%%%', 'segmentId', 'segmentId !!!', 'a b c'].map((metadata) => ({
        ...{ 'upload-length': '5', 'upload-metadata': metadata },
      })),
      { 'upload-defer-length': '1', 'upload-metadata': encoded(fields) },
      { 'upload-concat': 'final;/etc/passwd', 'upload-metadata': encoded(fields) },
    ];
    await atOnce(AT_ONCE, headers, async (each) => {
      tried.uploads += 1;
      const response = await send(server.origin + path, {
        ...{ method: 'POST' },
        headers: { authorization: `Bearer ${wang.token}`, 'tus-resumable': '1.0.0', ...each } as never,
      });
      const text = await response.text();
      // Some are right after all: a label may say anything, and no file is named after it.
      if (response.status >= 400) judgeUpload(`${path} ${shown(each)}`, response.status, text);
    });
  }
  expect(wrong.splice(0)).toEqual([]);
  expect(await folders()).toEqual(before);
  const created = await send(server.origin + rawPaths.evidence, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${wang.token}`, 'tus-resumable': '1.0.0', 'upload-length': '5' },
      ...{ 'upload-metadata': encoded({ ...right, segmentId: 'wrong-hash' }) },
    },
  });
  const patched = await send(new URL(created.headers.get('location') ?? '', server.origin).href, {
    method: 'PATCH',
    headers: {
      ...{ authorization: `Bearer ${wang.token}`, 'tus-resumable': '1.0.0', 'upload-offset': '0' },
      'content-type': 'application/offset+octet-stream',
    },
    body: 'bytes',
  });
  expect([patched.status, await patched.json()]).toMatchObject([460, { reason: 'hash_mismatch' }]);
});

test('[SEC-4] files that an organiser hands in are refused when they are none', async () => {
  const files = [
    ...[Buffer.alloc(0), Buffer.from('PK\u0003\u0004'), Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'))],
    ...[
      JPEG,
      Buffer.from('%PDF-1.7\n'),
      Buffer.from('{"format":1}'),
      Buffer.from(Array.from({ length: 3_000 }, () => random() * 256)),
    ],
  ];
  for (const [key, row] of Object.entries(fileAccess)) {
    const [method = '', path = ''] = key.split(' ');
    if (method !== 'POST' || path === rawPaths.evidence || path === rawPaths.thesis || path === rawPaths.speedUpload)
      continue;
    for (const take of ['', '?take=yes', '?take=yes&revision=NaN', '?take[]=yes&take=no']) {
      await atOnce(AT_ONCE, files, (bytes) => {
        tried.bodies += 1;
        return tryRequest(method, named(path) + take, row, 'application/octet-stream', bytes);
      });
    }
  }
  expect(wrong.splice(0)).toEqual([]);
});

test('[SEC-4] every socket request refuses bodies that are wrong in any way', async () => {
  const who = { '/candidate': 'candidate', '/phone': 'phone', '/staff': 'proctor' } as const;
  for (const { namespace, requests } of [candidateSocket, phoneSocket, staffSocket]) {
    const { raw } = await server.connect(namespace, tokens.get(who[namespace]) ?? '');
    for (const name of Object.keys(socketAccess[namespace])) {
      const { body } = (requests as Record<string, { body: z.ZodType }>)[name] as { body: z.ZodType };
      const bodies = [...malformed(body, A_ROUTE, random), undefined, Buffer.from('bytes'), 'text', 7];
      if (name === 'still') {
        bodies.push(...[-1, 0.5, 1e308].map((takenAt) => ({ takenAt, jpeg: JPEG, watchable: true })));
        bodies.push({ takenAt: 1, jpeg: Buffer.alloc(2_000_000), watchable: true });
      }
      await atOnce(AT_ONCE, bodies, async (each) => {
        tried.events += 1;
        const reply = await raw.timeout(5_000).emitWithAck(name, each);
        if (!reply.ok && (reply.reason === 'server_error' || !RefusalSchema.safeParse(reply).success)) {
          wrong.push(`${namespace} ${name} ${shown(each)}: ${shown(reply)}`);
        }
        if (INSIDE.test(JSON.stringify(reply)) && !reply.ok) wrong.push(`${namespace} ${name}: ${shown(reply)}`);
      });
      // Without anybody to answer, and with something else in the place of the answer.
      raw.emit(name);
      raw.emit(name, {}, 'no function');
    }
    expect(raw.connected).toBe(true);
  }
  expect(wrong.splice(0)).toEqual([]);
});

test('[SEC-4] frames that are no message close their own line and nothing else', async () => {
  const proctor = await server.connect('/staff', tokens.get('proctor') ?? '');
  const frames = [
    ...[
      '4',
      '42',
      '42/candidate,',
      '42/candidate,[',
      '42/candidate,{}',
      '42/candidate,["entries.append"',
      '42/other,["x"]',
    ],
    ...[
      '49',
      '43/candidate,1[]',
      '451-/candidate,["still",{"_placeholder":true,"num":7}]',
      '45999999-/candidate,["x"]',
    ],
    ...[
      '42/candidate,99999999999999999999["clock.ping",{}]',
      '42/candidate,["__proto__"]',
      '42/candidate,["disconnect"]',
      '42/candidate,[null]',
    ],
    ...[
      `42/candidate,1["signal",{"viewId":"x","data":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`,
      '40/candidate,{"token":{}}',
      '41',
      '2',
      '3probe',
      '6',
      'z',
    ],
  ];
  for (const frame of frames) {
    tried.frames += 1;
    const { raw } = await server.connect('/candidate', wang.token);
    // As it is, beneath the client that would never send it: its first character is the engine's own.
    const engine = raw.io.engine as unknown as { transport: { ws: { send(text: string): void } } };
    engine.transport.ws.send(frame);
    await proctor.request('clock.ping');
    raw.disconnect();
  }
});

test('[SEC-4] what is not even HTTP is answered or cut, and the next one is served', async () => {
  const port = Number(new URL(server.origin).port);
  const texts = [
    ...['GARBAGE\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'GET /api/health HTTP/1.1\r\n\r\n', '\0\0\0\0\r\n\r\n'],
    `GET /api/health HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
    'POST /api/staff/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /api/staff/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: -1\r\n\r\n{}',
    'GET /api/examinations/../../server.log HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    'GET //etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  ];
  for (const text of texts) {
    tried.frames += 1;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, ca: server.ca });
      let heard = '';
      socket.on('secureConnect', () => socket.write(text));
      socket.on('data', (part) => {
        heard += String(part);
        socket.end();
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', (cause: { code?: string }) => (cause.code === 'ECONNRESET' ? resolve(heard) : reject(cause)));
    });
    expect(answer).not.toMatch(/^HTTP\/1.1 5/);
    expect(answer).not.toMatch(INSIDE);
  }
  expect((await send(server.origin + rawPaths.health)).status).toBe(200);
});

test('[SEC-4] all of it is in the log as refused, none as failed, and no secret is', async () => {
  const log = await readFile(join(server.directory, 'data', 'server.log'), 'utf8');
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: number; msg: string; reason?: string });
  expect(lines.filter(({ level }) => level >= 50).map((line) => shown(line))).toEqual([]);
  expect(lines.filter(({ reason }) => reason === 'bad_request').length).toBeGreaterThan(tried.bodies / 2);
  const secrets = [...tokens.values(), PROCTOR.password, CANDIDATES.wang.identityNo, wang.reply.attemptKey];
  for (const secret of secrets) if (secret) expect(log.includes(secret)).toBe(false);
});
