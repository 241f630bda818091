import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createOwnMemory } from '../../processes/own-memory.ts';
import { createResultQuery } from './result-query.ts';

/** Of an exam centre that knows nobody; the work is another file's. */
function queryOfNobody() {
  const clock = { now: () => 0 };
  const query = createResultQuery({
    store: { findCandidateByAdmission: async () => undefined } as never,
    ...{ clock, memory: createOwnMemory(clock), random: { bytes: randomBytes }, log: {} as never },
    helpLines: {} as never,
    challenges: { issue: () => '', spend: async () => undefined },
  });
  return (address: string, admissionNo: string, identityNo: string) =>
    query
      .query(address, { challenge: '', counter: 0, admissionNo, identityNo })
      .catch(({ reason }: { reason: string }) => reason);
}

test('[RES-2] eight wrong tries close an admission number, or an identity number, from wherever they come', async () => {
  const ask = queryOfNobody();
  for (let count = 0; count < 8; count += 1)
    expect(await ask(`203.0.113.${count}`, 'T1', `${count}`)).toBe('numbers_wrong');
  expect(await ask('203.0.113.99', ' Ｔ1', 'another')).toBe('too_many_tries');
  for (let count = 0; count < 8; count += 1)
    expect(await ask(`203.0.113.${count}`, `N${count}`, '1x')).toBe('numbers_wrong');
  expect(await ask('203.0.113.99', 'T2', ' 1X')).toBe('too_many_tries');
});

test('[RES-2] forty wrong pairs close a line to the internet, whatever numbers it tries, and no other line', async () => {
  const ask = queryOfNobody();
  for (let count = 0; count < 40; count += 1) {
    expect(await ask(`2001:db8::${count + 1}`, `T${count}`, String(count))).toBe('numbers_wrong');
  }
  expect(await ask('2001:db8::99', 'T40', '40')).toBe('too_many_tries');
  expect(await ask('203.0.113.7', 'T41', '41')).toBe('numbers_wrong');
});
