import { expect, it } from 'vitest';
import { createPressGate } from './press-gate.ts';

it('[LOCK-2] a key held down is one press, and pressing it again later another', () => {
  let now = 0;
  const isNew = createPressGate({ elapsed: () => now });
  const at = (time: number, key: string) => {
    now = time;
    return isNew(key);
  };
  expect(at(0, 'PrintScreen')).toBe(true);
  for (let time = 400; time <= 4000; time += 400) expect(at(time, 'PrintScreen')).toBe(false);
  expect(at(4100, 'Alt+Tab')).toBe(true);
  expect(at(5000, 'PrintScreen')).toBe(true);
});
