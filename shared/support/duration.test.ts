import { expect, it } from 'vitest';
import { parseDuration } from './duration.ts';

it.each([
  ['60s', 60_000],
  ['20m', 1_200_000],
  ['1.5h', 5_400_000],
  ['0s', 0],
])('reads %s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

it.each(['', '60', 's', '-5s', '1d', '5 m', '1h30m', '1e3s', '.5h'])('refuses %j', (text) =>
  expect(parseDuration(text)).toBeNull(),
);
