import { expect, it } from 'vitest';
import { clearances } from './clearance.ts';

const word = (kind: string, event: string, at: number) => ({ kind, at, detail: { event, by: '周', note: '弹窗' } });

it('[LOCK-4] [EVI-2] of all words about a finding the latest holds', () => {
  const said = [word('finding_cleared', 'a', 1), word('finding_cleared', 'b', 2), word('finding_restored', 'a', 3)];
  expect([...clearances(said)]).toEqual([['b', { by: '周', reason: '弹窗', at: 2 }]]);
  expect([...clearances([...said, word('finding_cleared', 'a', 4)]).keys()]).toEqual(['b', 'a']);
});
