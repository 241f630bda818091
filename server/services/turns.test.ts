import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('works of one key keep their order, also after one that fails; another key does not wait', async () => {
  const turns = createTurns();
  const done: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = turns.run('a', async () => {
    await held;
    done.push('a1');
    throw new Error('failed');
  });
  const second = turns.run('a', async () => void done.push('a2'));
  await turns.run('b', async () => void done.push('b1'));
  expect(done).toEqual(['b1']);
  release();
  await expect(first).rejects.toThrow('failed');
  await second;
  expect(done).toEqual(['b1', 'a1', 'a2']);
});
