import { expect, it } from 'vitest';
import { kbpsBetween } from './inbound-video.ts';

const reading = (at: number, bytes: number) => ({ at, bytes, framesDecoded: 0, width: 0, height: 0 });

it('counts kilobits a second, and nothing between readings of different streams', () => {
  expect(kbpsBetween(reading(0, 1_000), reading(2_000, 26_000))).toBe(100);
  expect(kbpsBetween(reading(0, 26_000), reading(2_000, 1_000))).toBe(0);
  expect(kbpsBetween(null, reading(2_000, 1_000))).toBe(0);
});
