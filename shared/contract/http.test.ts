import { describe, expect, it } from 'vitest';
import { STAFF_ROLES } from '../domain/staff.ts';
import { routeAccess } from './access.ts';
import { type RouteName, routes, TusMetadataSchema } from './http.ts';
import type { Route } from './route.ts';
import { SegmentSchema } from './views.ts';

const all: [string, Route][] = Object.entries(routes);
const whoMay = (name: string): readonly string[] => routeAccess[name as RouteName].who;

describe('the table of routes', () => {
  it('names each method and path once', () => {
    const names = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('[SEC-1] keeps what is for one role under that role’s path', () => {
    const staff: readonly string[] = STAFF_ROLES;
    for (const [name, { path }] of all) {
      const under = path.split('/')[2] ?? '';
      if (whoMay(name).includes('anyone')) continue;
      // What stands under a role's own path is for nobody else; `staff` holds what any of them may have.
      const theirs = staff.includes(under) || under === 'candidate' || under === 'phone';
      const allowed = under === 'staff' ? staff : theirs ? [under] : ['candidate', 'phone'];
      expect([name, whoMay(name).filter((who) => !allowed.includes(who))]).toEqual([name, []]);
    }
  });

  it('[SEC-1] lets nobody without a token do more than look at the timetable, sign in, ask for their own results and complain', () => {
    expect(all.map(([name]) => name).filter((name) => whoMay(name).includes('anyone'))).toEqual([
      'examinations',
      'candidateSignIn',
      'phoneRedeem',
      'staffSignIn',
      ...['beginSecondFactor', 'confirmSecondFactor'],
      ...['resultChallenge', 'queryResult'],
      ...['helpLines', 'fileComplaint'],
    ]);
  });

  it('asks for no body with GET', () => {
    for (const [name, { method, body }] of all) {
      if (method === 'GET') expect([name, body.safeParse({}).success]).toEqual([name, true]);
    }
  });
});

describe('the metadata of an upload', () => {
  const metadata = {
    segmentId: 'a1-front-1790000000000',
    camera: 'front',
    startedAt: '1790000000000.25',
    durationMs: '10000',
    mime: 'video/webm;codecs=h264,opus',
    sha256: 'a'.repeat(64),
  };

  it('turns the strings of tus into numbers', () => {
    expect(TusMetadataSchema.parse(metadata)).toMatchObject({ startedAt: 1_790_000_000_000.25, durationMs: 10_000 });
  });

  it.each([
    ['a path for an id', { segmentId: '../../etc/passwd' }],
    ['an empty id', { segmentId: '' }],
    ['an id that is too long', { segmentId: 'x'.repeat(65) }],
    ['a third camera', { camera: 'screen' }],
    ['a time that is no number', { startedAt: 'soon' }],
    ['a negative time', { startedAt: '-1' }],
    ['a negative duration', { durationMs: '-1' }],
    ['an infinite duration', { durationMs: 'Infinity' }],
    ['a hash in capitals', { sha256: 'A'.repeat(64) }],
  ])('refuses %s', (_, change) => {
    expect(TusMetadataSchema.safeParse({ ...metadata, ...change }).success).toBe(false);
  });

  it('accepts nothing that the console could not list afterwards', () => {
    const { segmentId: id, ...rest } = TusMetadataSchema.parse({ ...metadata, startedAt: '0', durationMs: '0' });
    expect(SegmentSchema.safeParse({ id, ...rest, bytes: 1 }).success).toBe(true);
  });
});
