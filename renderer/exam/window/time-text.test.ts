import { describe, expect, it } from 'vitest';
import { clockText, leftText } from './time-text.ts';

describe('time as it is shown', () => {
  it.each([
    [-5, '00:00'],
    [1, '00:01'],
    [59_000, '00:59'],
    [59_001, '01:00'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [5_400_000, '1:30:00'],
  ])('%i ms left reads %s', (ms, text) => {
    expect(leftText(ms)).toBe(text);
  });

  it('[TIME-3] gives the time of day where the examination is', () => {
    expect(clockText(Date.UTC(2026, 10, 23, 1, 5, 9))).toBe('09:05');
    expect(clockText(Date.UTC(2026, 10, 23, 1, 5, 9), true)).toBe('09:05:09');
  });
});
