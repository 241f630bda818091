import { expect, it } from 'vitest';
import { packLines, unpackLines } from './packed-lines.ts';

const PLENTY = 10_000_000;

it('gives back the same lines, also none, and characters cut between two chunks', async () => {
  const long = Array.from({ length: 3000 }, (_, at) => `第${at}行：${'答'.repeat(at % 400)}`);
  for (const lines of [[], ['one'], ['一', '', '三'], long]) {
    expect(await unpackLines(await packLines(lines), PLENTY)).toEqual(lines);
  }
});

it('stops reading at the limit, however small it was packed', async () => {
  const packed = await packLines(['0'.repeat(5_000_000)]);
  expect(packed.length).toBeLessThan(10_000);
  await expect(unpackLines(packed, 1_000_000)).rejects.toThrow(RangeError);
});

it('refuses what is no gzip, and what is cut off', async () => {
  const packed = await packLines(['one', 'two']);
  await expect(unpackLines(packed.slice(0, -4), PLENTY)).rejects.toThrow();
  await expect(unpackLines(new Uint8Array([1, 2, 3]), PLENTY)).rejects.toThrow();
});
