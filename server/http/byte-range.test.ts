import { expect, it } from 'vitest';
import { requestedRange } from './byte-range.ts';

it.each([
  ['bytes=0-99', { from: 0, until: 100 }],
  ['bytes=100-', { from: 100, until: 1_000 }],
  ['bytes=-100', { from: 900, until: 1_000 }],
  ['bytes=900-5000', { from: 900, until: 1_000 }],
  ['bytes=-5000', { from: 0, until: 1_000 }],
])('%s of a thousand bytes', (header, range) => expect(requestedRange(header, 1_000)).toEqual(range));

it.each([undefined, '', 'bytes=-', 'bytes=5-4', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b'])(
  'takes %s for the whole',
  (header) => expect(requestedRange(header, 1_000)).toBeNull(),
);

it.each(['bytes=1000-', 'bytes=-0'])('says that %s lies behind the end', (header) => {
  expect(requestedRange(header, 1_000)).toBe('beyond');
});

it('finds nothing in what is empty', () => {
  expect([requestedRange('bytes=0-', 0), requestedRange('bytes=-5', 0)]).toEqual(['beyond', 'beyond']);
});
