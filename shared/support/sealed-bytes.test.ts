import { expect, it } from 'vitest';
import { seal, unseal } from './sealed-bytes.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const plain = new TextEncoder().encode('第一题：……');

it('opens with its key and no other', async () => {
  const sealed = await seal(key(1), plain);
  expect(await unseal(key(1), sealed)).toEqual(plain);
  await expect(unseal(key(2), sealed)).rejects.toThrow();
});

it('says nothing of what is inside, and is never twice the same', async () => {
  const [one, other] = [await seal(key(1), plain), await seal(key(1), plain)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  expect(Buffer.from(one).includes(Buffer.from(plain))).toBe(false);
});

it('does not open when a byte has changed', async () => {
  const sealed = await seal(key(1), plain);
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(unseal(key(1), changed)).rejects.toThrow();
  }
});
