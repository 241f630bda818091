import { describe, expect, it } from 'vitest';
import { type ConsoleRoute, parseRoute, routeHash } from './route.ts';

describe('address of a console page', () => {
  it('every page survives a reload', () => {
    const routes: ConsoleRoute[] = [
      { page: 'wall' },
      { page: 'candidate', admissionNo: '2026/001 甲' },
      { page: 'events', admissionNo: null },
      { page: 'events', admissionNo: '2026001' },
      { page: 'messages' },
    ];
    expect(routes.map((route) => parseRoute(routeHash(route)))).toEqual(routes);
  });

  it('an unknown address is the wall', () => {
    expect(parseRoute('#/nowhere')).toEqual({ page: 'wall' });
    expect(parseRoute('#/candidate')).toEqual({ page: 'wall' });
    expect(parseRoute('')).toEqual({ page: 'wall' });
  });
});
