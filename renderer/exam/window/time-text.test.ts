import { describe, expect, it } from 'vitest';
import { clockText, deadlineText, leftText } from './time-text.ts';

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

  it('[TIME-3] writes a deadline as a notice does: midnight ends the day before', () => {
    expect(deadlineText(Date.parse('2020-09-30T00:00:00+08:00'))).toBe('9月29日 24:00');
    expect(deadlineText(Date.parse('2020-09-29T17:30:00+08:00'))).toBe('9月29日 17:30');
  });
});
