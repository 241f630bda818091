import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardAccess } from '../../../server/http/access-guard.ts';
import type { App } from '../../../server/http/app.ts';
import type { Duties } from '../../../server/services/assignment/duties.ts';
import type { Callers } from '../../../server/services/callers.ts';
import { type AccessRow, fileAccess, routeAccess, socketAccess, type Who } from '../../../shared/contract/access.ts';
import { type RouteName, rawPaths, routes } from '../../../shared/contract/http.ts';
import { candidateSocket, phoneSocket, staffSocket } from '../../../shared/contract/socket.ts';
import { TestServer } from './harness.ts';
import { chain, choose, enter, pairPhone, type SignedIn, sitTheory, staff } from './people.ts';
import { CHIEF, MARKERS, OBSERVER, ORGANISER, REVIEWERS } from './sample.ts';

const ROLES = ['proctor', 'chief', 'reviewer', 'observer', 'organiser', 'marker'] as const;
const KINDS = ['anyone', 'forged', 'candidate', 'phone', ...ROLES] as const;
type Kind = (typeof KINDS)[number];
const NAMESPACES = ['/candidate', '/phone', '/staff'] as const;

let server: TestServer;
let wang: SignedIn;
let li: SignedIn;
const tokens = new Map<Kind, string | null>([
  ['anyone', null],
  ['forged', 'x'.repeat(43)],
]);
/** Rows x roles that were tried, and how many of the tries were on another's attempt. */
const tried = { http: 0, socket: 0, foreign: 0 };

beforeAll(async () => {
  server = await TestServer.start();
  wang = await sitTheory(server);
  li = await enter(server, 'li');
  tokens.set('candidate', wang.token).set('phone', await pairPhone(server, wang));
  const accounts = [undefined, CHIEF, REVIEWERS[0], OBSERVER, ORGANISER, MARKERS[0]];
  for (const [at, role] of ROLES.entries()) tokens.set(role, (await staff(server, accounts[at])).token);
}, 60_000);
afterAll(async () => {
  await server.end();
  const { http, socket, foreign } = tried;
  console.info(`[SEC-1] ${http} tries at routes and ${socket} at socket requests by ${KINDS.length} kinds of caller,`);
  console.info(`[SEC-1] and ${foreign} at what belongs to another attempt`);
});

const send = (method: string, path: string, kind: Kind, attemptId = wang.attemptId) => {
  const token = tokens.get(kind) ?? null;
  return server.fetch(server.origin + path.replace(':attemptId', attemptId).replace(/:\w+/g, 'nothing'), {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    // A body that no schema takes: who is let in is told apart by the refusal, and nothing happens.
    ...(method === 'POST' ? { body: '"nothing"' } : {}),
  });
};

const rows: [string, AccessRow][] = [
  ...Object.entries(routes).map(
    ([name, { method, path }]) => [`${method} ${path}`, routeAccess[name as RouteName]] as [string, AccessRow],
  ),
  ...Object.entries(fileAccess),
];
const mayCall = ({ who }: AccessRow, kind: Kind) => who.includes('anyone') || who.includes(kind as Who);
const refusedAs = (kind: Kind) => (kind === 'anyone' || kind === 'forged' ? 401 : 403);

describe('[SEC-1] the table', () => {
  test('has a row for every route: without one the server does not start', () => {
    const app = Fastify();
    guardAccess(app as unknown as App, {} as Callers, {} as Duties);
    expect(() => app.get('/api/staff/forgotten', async () => ({}))).toThrow(
      'GET /api/staff/forgotten has no row in the access table',
    );
  });

  test('has a row for every socket request', () => {
    for (const { namespace, requests } of [candidateSocket, phoneSocket, staffSocket]) {
      expect(Object.keys(socketAccess[namespace]).sort()).toEqual(Object.keys(requests).sort());
    }
  });
});

describe('[SEC-1] every route and path tried by every kind of caller', () => {
  // Signing out ends the token with which the next row would be tried.
  test.each(rows.filter(([key]) => key !== 'POST /api/staff/sign-out'))('%s', async (key, row) => {
    const [method = '', path = ''] = key.split(' ');
    for (const kind of KINDS) {
      const { status } = await send(method, path, kind);
      tried.http += 1;
      if (mayCall(row, kind)) expect([kind, [401, 403].includes(status)]).toEqual([kind, false]);
      else expect([kind, status]).toEqual([kind, refusedAs(kind)]);
    }
  });

  test('what was prepared for one attempt is refused to whoever may not see attempts, own or foreign', async () => {
    for (const { attemptId } of [wang, li]) {
      for (const kind of KINDS) {
        const { status } = await send('GET', routes.attemptEvents.path, kind, attemptId);
        tried.foreign += 1;
        expect([kind, status]).toEqual([kind, mayCall(routeAccess.attemptEvents, kind) ? 200 : refusedAs(kind)]);
      }
    }
  });
});

describe('[SEC-1] every socket request tried by every kind of caller', () => {
  const kindOf = { '/candidate': ['candidate'], '/phone': ['phone'], '/staff': ROLES } as const;
  test.each(NAMESPACES)('%s', async (namespace) => {
    for (const kind of KINDS) {
      const client = await server.connect(namespace, tokens.get(kind) ?? '').catch((cause: Error) => cause);
      const welcome = (kindOf[namespace] as readonly Kind[]).includes(kind);
      expect([kind, !(client instanceof Error)]).toEqual([kind, welcome]);
      for (const [name, row] of Object.entries(socketAccess[namespace]) as [string, AccessRow][]) {
        tried.socket += 1;
        if (client instanceof Error) {
          expect(client.message).toBe(refusedAs(kind) === 401 ? 'not_signed_in' : 'not_allowed');
          continue;
        }
        const reason = await client.request(name, 'nothing').then(
          () => 'done',
          (cause: { reason: string }) => cause.reason,
        );
        expect([kind, name, reason === 'not_allowed']).toEqual([kind, name, !mayCall(row, kind)]);
      }
    }
  });
});

describe('[SEC-1] what a request names must be of the token’s own attempt', () => {
  test('entries of another attempt', async () => {
    const { request } = await server.connect('/candidate', wang.token);
    const entries = await chain(li.attemptId, [choose('t1', 'a')]);
    await expect(request('entries.append', { attemptId: li.attemptId, epoch: 1, entries })).rejects.toMatchObject({
      reason: 'not_allowed',
    });
    tried.foreign += 1;
  });

  test('a recording of another attempt is neither acknowledged nor gone on with', async () => {
    const bytes = Buffer.from('a recording');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const metadata = { segmentId: 'of-wang', camera: 'front', startedAt: 0, durationMs: 1, mime: 'video/webm', sha256 };
    const created = await server.fetch(server.origin + rawPaths.evidence, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${wang.token}`, 'tus-resumable': '1.0.0' },
        'upload-length': String(bytes.length),
        'upload-metadata': Object.entries(metadata)
          .map(([name, value]) => `${name} ${Buffer.from(String(value)).toString('base64')}`)
          .join(','),
      },
    });
    const location = new URL(created.headers.get('location') ?? '', server.origin).pathname;
    const patch = (token: string) =>
      server.fetch(server.origin + location, {
        method: 'PATCH',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', 'upload-offset': '0' },
          'content-type': 'application/offset+octet-stream',
        },
        body: bytes,
      });
    for (const stranger of [li.token, tokens.get('phone') ?? '']) {
      expect((await patch(stranger)).status).toBe(403);
      tried.foreign += 1;
    }
    expect((await patch(wang.token)).status).toBe(204);
    await expect(li.call('segmentAcknowledgement', {}, { segmentId: 'of-wang' })).rejects.toMatchObject({
      reason: 'not_found',
    });
    tried.foreign += 1;
    expect(await wang.call('segmentAcknowledgement', {}, { segmentId: 'of-wang' })).toEqual({ sha256 });
  });

  test('every row that lets a request name something is tried above', () => {
    const namedRows = rows.filter(([, { on }]) => on === 'named').map(([key]) => key);
    expect(namedRows).toEqual([
      `GET ${routes.segmentAcknowledgement.path}`,
      `POST ${rawPaths.evidence}`,
      `PATCH ${rawPaths.evidence}/:id`,
      `HEAD ${rawPaths.evidence}/:id`,
      `PATCH ${rawPaths.thesis}/:id`,
      `HEAD ${rawPaths.thesis}/:id`,
    ]);
  });
});

test('[SEC-1] every row that is for assigned sessions alone is tried in marking-assignments.test.ts', () => {
  expect(rows.filter(([, { on }]) => on === 'assigned').map(([key]) => key)).toEqual([
    `GET ${routes.markingOverview.path}`,
    `POST ${routes.markingMaterial.path}`,
    `POST ${routes.nextResponse.path}`,
    `GET ${routes.markedResponse.path}`,
    `POST ${routes.giveMark.path}`,
    `GET ${rawPaths.thesisContent}:submissionId`,
  ]);
});

test('[SEC-1] every row that names what is somebody’s own of the staff is tried by others in qualification.test.ts', () => {
  expect(rows.filter(([key, { on }]) => on === 'self' && key.includes(':')).map(([key]) => key)).toEqual([
    `GET ${routes.runScenes.path}`,
    `POST ${routes.flagInRun.path}`,
    `GET ${routes.runQuestions.path}`,
    `POST ${routes.endRun.path}`,
  ]);
});

describe('[SEC-1] a sign-in of the staff', () => {
  test('that was ended opens nothing, and its windows are closed', async () => {
    const { call, token } = await staff(server);
    const { raw } = await server.connect('/staff', token);
    const closed = new Promise((resolve) => raw.once('disconnect', resolve));
    await call('staffSignOut', {});
    expect(await closed).toBe('io server disconnect');
    await expect(call('attemptEvents', {}, { attemptId: wang.attemptId })).rejects.toMatchObject({
      reason: 'not_signed_in',
    });
    await expect(server.connect('/staff', token)).rejects.toThrow('not_signed_in');
  });

  test('ends by itself after twelve hours, also on a line that is open', async () => {
    const { call, token } = await staff(server);
    const { request } = await server.connect('/staff', token);
    await request('wall.join');
    server.ahead += 12 * 60 * 60_000;
    await expect(request('clock.ping')).rejects.toMatchObject({ reason: 'not_signed_in' });
    await expect(call('segments', {}, { attemptId: wang.attemptId })).rejects.toMatchObject({
      reason: 'not_signed_in',
    });
  });
});
