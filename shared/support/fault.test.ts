import { describe, expect, it } from 'vitest';
import { assertNever } from './assert-never.ts';
import { Fault, REASONS } from './fault.ts';

describe('Fault', () => {
  it('keeps its reason, its params and its cause', () => {
    const cause = new Error('connect ECONNREFUSED');
    const fault = new Fault('unreachable', { minutes: 3 }, { cause });
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({
      name: 'Fault',
      reason: 'unreachable',
      message: 'unreachable',
      params: { minutes: 3 },
    });
    expect(fault.cause).toBe(cause);
  });

  it('has each reason once', () => expect(new Set(REASONS).size).toBe(REASONS.length));
});

describe('assertNever', () => {
  it('names a value that the compiler thought impossible', () => {
    expect(() => assertNever('third' as never)).toThrow('"third"');
  });
});
