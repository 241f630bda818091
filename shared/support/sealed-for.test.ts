import { expect, it } from 'vitest';
import { makeKeyPair, openSealed, sealFor } from './sealed-for.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const plain = bytes('第一题：……');
const bound = bytes('whose it is');

it('opens with the private half and with no other', async () => {
  const [mine, other] = [await makeKeyPair(), await makeKeyPair()];
  const sealed = await sealFor(mine.publicKey, plain, bound);
  expect(await openSealed(mine, sealed, bound)).toEqual(plain);
  await expect(openSealed(other, sealed, bound)).rejects.toThrow();
});

it('is never twice the same', async () => {
  const { publicKey } = await makeKeyPair();
  const [one, other] = [await sealFor(publicKey, plain, bound), await sealFor(publicKey, plain, bound)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
});

it('does not open when a byte of it has changed, nor bound to something else', async () => {
  const pair = await makeKeyPair();
  const sealed = await sealFor(pair.publicKey, plain, bound);
  for (const at of [0, 1, 64, 65, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(openSealed(pair, changed, bound), `byte ${at}`).rejects.toThrow();
  }
  await expect(openSealed(pair, sealed, bytes('whose it is not'))).rejects.toThrow();
});
