import { expect, it } from 'vitest';
import { momentBefore } from './before-event.ts';

it('[VIO-2] the recordings are opened ten seconds before a finding began, not before it was noted', () => {
  expect(momentBefore({ at: 1_000_000, detail: { durationMs: 8_000 } })).toBe(982_000);
  expect(momentBefore({ at: 1_000_000, detail: {} })).toBe(990_000);
  // Zero is no moment of the address.
  expect(momentBefore({ at: 3_000, detail: {} })).toBe(1);
});
