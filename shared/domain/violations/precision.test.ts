import { describe, expect, it } from 'vitest';
import type { ViolationKind } from '../violation.ts';
import { decisionsByKind, precisionOf } from './precision.ts';

const kinds = new Map<string, ViolationKind>([
  ...['a', 'b', 'c', 'd'].map((id) => [id, 'no_face'] as const),
  ...['e', 'f'].map((id) => [id, 'speech'] as const),
]);
const none: ReadonlySet<string> = new Set();

describe('how often a finding was one', () => {
  it('is the share of the confirmed among those that somebody decided about, kind by kind', () => {
    const reports = [{ findings: ['a', 'b', 'e'], verdict: null }];
    const decided = decisionsByKind({ kinds, cleared: new Set(['c', 'f']), reports });
    expect(decided).toEqual(
      expect.arrayContaining([
        { kind: 'no_face', confirmed: 2, cleared: 1 },
        { kind: 'speech', confirmed: 1, cleared: 1 },
      ]),
    );
    expect(decided.map(precisionOf).sort()).toEqual([1 / 2, 2 / 3]);
  });

  it('is not known while nobody decided', () => {
    expect(decisionsByKind({ kinds, cleared: none, reports: [] })).toEqual([]);
    expect(precisionOf({ confirmed: 0, cleared: 0 })).toBeNull();
    expect(precisionOf({ confirmed: 0, cleared: 3 })).toBe(0);
  });

  it('counts each finding once, by the weightiest word about it', () => {
    const once = (verdicts: readonly ('sustained' | 'dismissed' | null)[], cleared: readonly string[] = []) =>
      decisionsByKind({
        kinds,
        cleared: new Set(cleared),
        reports: verdicts.map((verdict) => ({ findings: ['a'], verdict })),
      });
    const right = [{ kind: 'no_face', confirmed: 1, cleared: 0 }];
    const wrong = [{ kind: 'no_face', confirmed: 0, cleared: 1 }];
    expect(once([null, null])).toEqual(right);
    expect(once([null], ['a'])).toEqual(wrong);
    expect(once(['dismissed'])).toEqual(wrong);
    expect(once(['sustained'], ['a'])).toEqual(right);
    expect(once(['dismissed', 'sustained'])).toEqual(right);
  });

  it('leaves out what is no finding of a machine', () => {
    const reports = [{ findings: ['flagged by hand'], verdict: 'sustained' as const }];
    expect(decisionsByKind({ kinds, cleared: none, reports })).toEqual([]);
  });
});
