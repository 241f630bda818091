import { describe, expect, it } from 'vitest';
import type { EntryBody } from './entry.ts';
import { applyEntry, EMPTY_ANSWERS, foldEntries, hashResponses } from './fold.ts';
import type { ResponseValue } from './paper.ts';
import { seededRandom } from './seeded-random.ts';

const choice = (...chosen: string[]): ResponseValue => ({ kind: 'choice', chosen });
const answer = (itemId: string, value: ResponseValue | null) => ({
  body: { type: 'response', sessionId: 'theory', itemId, value } satisfies EntryBody,
});
const flag = (itemId: string, flagged: boolean) => ({
  body: { type: 'flag', sessionId: 'theory', itemId, flagged } satisfies EntryBody,
});
const violation = { body: { type: 'violation', kind: 'no_face', durationMs: 900, detail: {} } satisfies EntryBody };

function randomJournal(random: () => number, length: number) {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0];
  return Array.from({ length }, () => {
    const itemId = pick(['i1', 'i2', 'i3', 'i4', 'i5']);
    return pick([
      answer(itemId, choice(pick(['A', 'B', 'C']))),
      answer(itemId, { kind: 'text', text: `${random()}` }),
      answer(itemId, null),
      flag(itemId, random() < 0.5),
      violation,
    ]);
  });
}

describe('the fold of the journal', () => {
  it('[ANS-3] keeps the last answer of an item and drops a cleared one', () => {
    const state = foldEntries([
      answer('i1', choice('A')),
      answer('i2', choice('B')),
      answer('i1', choice('C')),
      answer('i2', null),
    ]);
    expect(state).toEqual({ responses: { i1: choice('C') }, flags: [], lastItemId: 'i2' });
  });

  it('[ANS-3] keeps each flag once and lets it be taken away', () => {
    const flags = [flag('i1', true), flag('i2', true), flag('i1', true), flag('i2', false), flag('i3', false)];
    expect(foldEntries(flags).flags).toEqual(['i1']);
  });

  it('[VIO-1] is not moved by violations', () => {
    const state = foldEntries([answer('i1', choice('A'))]);
    expect(applyEntry(state, violation)).toBe(state);
  });

  it('[ANS-3] leaves the state it started from untouched', () => {
    const start = foldEntries([answer('i1', choice('A')), flag('i1', true)]);
    const before = structuredClone(start);
    foldEntries([answer('i1', null), flag('i1', false), answer('i2', choice('B'))], start);
    expect(start).toEqual(before);
    expect(EMPTY_ANSWERS).toEqual({ responses: {}, flags: [], lastItemId: null });
  });

  it.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    '[ANS-3] comes to the same state however the journal is split (seed %i)',
    (seed) => {
      const random = seededRandom(String(seed));
      const journal = randomJournal(random, 60);
      const whole = foldEntries(journal);
      for (let cut = 0; cut <= journal.length; cut += 1) {
        expect(foldEntries(journal.slice(cut), foldEntries(journal.slice(0, cut)))).toEqual(whole);
      }
      const piecewise = journal.reduce((state, entry) => foldEntries([entry], state), EMPTY_ANSWERS);
      expect(piecewise).toEqual(whole);
    },
  );
});

describe('the hash of the responses', () => {
  const responses = { i1: choice('A'), i2: choice('B'), other: choice('C') };

  it('[ANS-3] is the same for the same answers, in whatever order they were given', async () => {
    const turned = { other: choice('C'), i2: choice('B'), i1: choice('A') };
    expect(await hashResponses(responses, ['i1', 'i2'])).toBe(await hashResponses(turned, ['i2', 'i1']));
  });

  it('[ANS-3] covers the items of one session only', async () => {
    const changed = { ...responses, other: choice('D') };
    expect(await hashResponses(changed, ['i1', 'i2'])).toBe(await hashResponses(responses, ['i1', 'i2']));
    expect(await hashResponses(changed, ['i1', 'other'])).not.toBe(await hashResponses(responses, ['i1', 'other']));
  });

  it('[ANS-3] shows a missing, an added and a changed answer', async () => {
    const items = ['i1', 'i2', 'i3'];
    const base = await hashResponses(responses, items);
    expect(await hashResponses({ i1: choice('A') }, items)).not.toBe(base);
    expect(await hashResponses({ ...responses, i3: choice() }, items)).not.toBe(base);
    expect(await hashResponses({ ...responses, i2: choice('A') }, items)).not.toBe(base);
  });

  it('[ANS-3] of no answers is the hash of an empty object', async () => {
    const empty = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
    expect(await hashResponses({}, ['i1'])).toBe(empty);
    expect(await hashResponses(responses, ['unanswered'])).toBe(empty);
  });
});
