import { describe, expect, it } from 'vitest';
import { chainEntry, type Entry, type EntryBody, GENESIS, hashEntry } from '../domain/entry.ts';
import { EntryBatchSchema, EntrySchema } from './entries.ts';

const bodies: EntryBody[] = [
  { type: 'response', sessionId: 'theory', itemId: 'i1', value: { kind: 'choice', chosen: ['A', 'C'] } },
  { type: 'response', sessionId: 'skills', itemId: 'i2', value: { kind: 'text', text: '第一行\n“第二行”　𠮷' } },
  {
    type: 'response',
    sessionId: 'skills',
    itemId: 'i3',
    value: { kind: 'calculation', steps: '300×2', result: '600' },
  },
  { type: 'response', sessionId: 'theory', itemId: 'i1', value: null },
  { type: 'flag', sessionId: 'theory', itemId: 'i1', flagged: true },
  { type: 'violation', kind: 'app_switch', durationMs: 812.5, detail: { owner: 'QQ.exe', area: 0.4, known: true } },
];
const entryOf = (body: EntryBody): Promise<Entry> =>
  chainEntry({ attemptId: 'a', epoch: 1, seq: 1, at: 1_790_000_000_000.125, body }, GENESIS);

describe('an entry on the wire', () => {
  it.each(bodies)('[ANS-2] keeps its hash through JSON and the schema: $type', async (body) => {
    const entry = await entryOf(body);
    const arrived = EntrySchema.parse(JSON.parse(JSON.stringify(entry)));
    expect(arrived).toEqual(entry);
    expect(await hashEntry(arrived, arrived.prev)).toBe(entry.hash);
  });

  it.each<[string, object]>([
    ['seq 0', { seq: 0 }],
    ['a broken seq', { seq: 1.5 }],
    ['epoch 0', { epoch: 0 }],
    ['a negative time', { at: -1 }],
    ['a short hash', { hash: 'abc' }],
    ['a violation nobody knows', { body: { type: 'violation', kind: 'yawning', durationMs: 1, detail: {} } }],
    ['a body nobody knows', { body: { type: 'note', text: 'x' } }],
    [
      'an answer that is too long',
      { body: { type: 'response', sessionId: 's', itemId: 'i', value: { kind: 'text', text: 'x'.repeat(20_001) } } },
    ],
  ])('is refused with %s', async (_, change) => {
    const entry = await entryOf(bodies[0] ?? expect.fail());
    expect(EntrySchema.safeParse({ ...entry, ...change }).success).toBe(false);
  });
});

describe('a batch', () => {
  it('[ANS-2] carries 1 to 200 entries', async () => {
    const entry = await entryOf(bodies[0] ?? expect.fail());
    const fits = (count: number) =>
      EntryBatchSchema.safeParse({ epoch: 1, entries: Array.from({ length: count }, () => entry) }).success;
    expect([0, 1, 200, 201].map(fits)).toEqual([false, true, true, false]);
  });
});
