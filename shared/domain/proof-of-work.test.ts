import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { workOf } from './proof-of-work.ts';

const subject = { challenge: 'c', bound: ['T1', '210102199001010007'] };
const found = (isWork: (counter: number) => boolean): number => {
  let counter = 0;
  while (!isWork(counter)) counter += 1;
  return counter;
};

test('[RES-2] is the first counter whose SHA-256 behind that of the numbers begins with fourteen zero bits', () => {
  const counter = found(workOf(subject));
  const seed = createHash('sha256')
    .update(JSON.stringify(['c', 'T1', '210102199001010007']))
    .digest();
  const digestOf = (count: number) => {
    const word = Buffer.alloc(4);
    word.writeUInt32BE(count);
    return createHash('sha256')
      .update(Buffer.concat([seed, word]))
      .digest();
  };
  expect(digestOf(counter).readUInt16BE() >> 2).toBe(0);
  for (let before = 0; before < counter; before += 1) expect(digestOf(before).readUInt16BE() >> 2).not.toBe(0);
});

test('[RES-2] is worth nothing for another challenge or for other numbers', () => {
  const counter = found(workOf(subject));
  const others = [['T2', '210102199001010007'], ['T1', '210102199102020001'], ['T1210102199001010007']];
  for (const other of [{ challenge: 'd' }, ...others.map((bound) => ({ bound }))]) {
    expect(workOf({ ...subject, ...other })(counter)).toBe(false);
  }
});
