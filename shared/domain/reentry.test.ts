import { describe, expect, it } from 'vitest';
import type { Entry, EntryBody } from './entry.ts';
import { GENESIS } from './entry.ts';
import { mergeUnsent } from './reentry.ts';

const entry = (seq: number, at: number, body: EntryBody): Entry => ({
  attemptId: 'attempt',
  epoch: 1,
  seq,
  at,
  body,
  prev: GENESIS,
  hash: GENESIS,
});
const response = (seq: number, at: number, itemId: string): Entry =>
  entry(seq, at, { type: 'response', sessionId: 'theory', itemId, value: { kind: 'text', text: `${at}` } });
const outcomes = (entries: Entry[], response: Record<string, number>, flag: Record<string, number> = {}) =>
  mergeUnsent(entries, { response, flag }).map(({ entry: { seq }, outcome }) => [seq, outcome]);

describe('unsent entries at re-entry', () => {
  it('[ANS-4] are carried when the server has nothing for their item', () => {
    expect(outcomes([response(4, 100, 'i1'), response(5, 110, 'i1')], { i2: 999 })).toEqual([
      [4, 'carried'],
      [5, 'carried'],
    ]);
  });

  it('[ANS-4] give way only to an answer that is later than they are', () => {
    const unsent = [response(1, 99, 'i1'), response(2, 100, 'i1'), response(3, 101, 'i1')];
    expect(outcomes(unsent, { i1: 100 })).toEqual([
      [1, 'older'],
      [2, 'carried'],
      [3, 'carried'],
    ]);
  });

  it('[ANS-4] an answer gives way to a later answer only, a flag to a later flag only', () => {
    const flag = entry(2, 50, { type: 'flag', sessionId: 'theory', itemId: 'i1', flagged: true });
    const both = [response(1, 50, 'i1'), flag];
    expect(outcomes(both, {}, { i1: 60 })).toEqual([
      [1, 'carried'],
      [2, 'older'],
    ]);
    expect(outcomes(both, { i1: 60 })).toEqual([
      [1, 'older'],
      [2, 'carried'],
    ]);
  });

  it('[VIO-1] carries a violation whatever the server holds', () => {
    const violation = entry(1, 1, { type: 'violation', kind: 'app_switch', durationMs: 10, detail: {} });
    expect(outcomes([violation], { i1: 999 })).toEqual([[1, 'carried']]);
  });

  it('[ANS-5] lists every entry, none silently left out, in the order of the journal', () => {
    const unsent = [response(7, 10, 'i2'), response(8, 5, 'i1'), response(9, 30, 'i3')];
    expect(mergeUnsent(unsent, { response: { i1: 20 }, flag: {} }).map((merged) => merged.entry)).toEqual(unsent);
    expect(mergeUnsent([], { response: { i1: 20 }, flag: {} })).toEqual([]);
  });
});
