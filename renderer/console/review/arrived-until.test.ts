import { expect, it } from 'vitest';
import type { Segment } from '../../../shared/contract/views.ts';
import { arrivedUntil } from './arrived-until.ts';

const segment = (startedAt: number, durationMs: number, mime = 'video/webm') =>
  ({ startedAt, durationMs, mime }) as Segment;

it('recordings have arrived as far as the one that ends last, and a picture is none', () => {
  expect(arrivedUntil([])).toBeNull();
  expect(arrivedUntil([segment(5_000, 0, 'image/jpeg')])).toBeNull();
  expect(arrivedUntil([segment(20_000, 10_000), segment(10_000, 10_000), segment(60_000, 0, 'image/jpeg')])).toBe(
    30_000,
  );
});
