import { expect, it } from 'vitest';
import { liveSession } from './session.fixture.ts';
import { mayUpdate } from './update-time.ts';

const HOUR = 60 * 60_000;
const entryFrom = 10 * HOUR;
const session = liveSession('theory', entryFrom + HOUR / 2, entryFrom + 2 * HOUR, { entryFrom });

it.each([
  [entryFrom - HOUR - 1, true],
  [entryFrom - HOUR, false],
  [entryFrom, false],
  [entryFrom + 2 * HOUR - 1, false],
  [entryFrom + 2 * HOUR, true],
])('[UPD-1] at %i the program may replace itself: %s', (now, allowed) => {
  expect(mayUpdate([session], now)).toBe(allowed);
});

it('[UPD-1] what is handed in as a file within weeks holds no update back', () => {
  expect(mayUpdate([{ ...session, mode: 'submission' }], entryFrom)).toBe(true);
  expect(mayUpdate([], entryFrom)).toBe(true);
});
