import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { receiptNumber } from './receipt-number.ts';

test('a receipt number names the day in China and uses no letter that is mistaken for another', () => {
  const lateEvening = Date.UTC(2026, 10, 23, 17, 30);
  for (let count = 0; count < 200; count++) {
    expect(receiptNumber(lateEvening, { bytes: randomBytes })).toMatch(/^YK-20261124-[2-9A-HJKMNP-Z]{6}$/);
  }
});

test('a byte that would favour some letters is drawn again', () => {
  const drawn = [255, 0, 249, 1, 248, 2, 3, 4, 5];
  const random = { bytes: () => Buffer.from([drawn.shift() ?? 0]) };
  expect(receiptNumber(0, random)).toBe('YK-19700101-234567');
});
