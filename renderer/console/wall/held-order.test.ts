import { expect, it } from 'vitest';
import { inHeldOrder } from './held-order.ts';

it('cards under the pointer stay where they are; new ones come last, gone ones leave', () => {
  const itself = (text: string) => text;
  expect(inHeldOrder(['new', 'c', 'a'], ['a', 'b', 'c'], itself)).toEqual(['a', 'c', 'new']);
  expect(inHeldOrder(['new', 'c', 'a'], null, itself)).toEqual(['new', 'c', 'a']);
});
