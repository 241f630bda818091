import { expect, it } from 'vitest';
import { registeredSessions } from './registration.ts';
import { liveSession } from './session.fixture.ts';

const thesis = liveSession('thesis', 0, 9, { kind: 'review', mode: 'submission' });
const day = [liveSession('theory', 1, 2), liveSession('skills', 3, 4, { kind: 'skills' }), thesis];
const ids = (kinds: Parameters<typeof registeredSessions>[1]) => registeredSessions(day, kinds).map(({ id }) => id);

it('[REG-1] who repeats one session has that one alone, in the order of the day and not of the roster', () => {
  expect(ids(['skills'])).toEqual(['skills']);
  expect(ids(['review', 'theory'])).toEqual(['theory', 'thesis']);
});

it('[REG-1] whoever no roster limits has every session of the examination', () => {
  expect(ids(null)).toEqual(['theory', 'skills', 'thesis']);
});

it('[REG-1] a kind that the examination has not gives nobody another one', () => {
  expect(registeredSessions(day.slice(0, 2), ['review'])).toEqual([]);
});
