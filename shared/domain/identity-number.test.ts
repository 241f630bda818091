import { describe, expect, it } from 'vitest';
import { isIdentityNumber, normaliseIdentityNumber } from './identity-number.ts';

describe('an identity number', () => {
  // The first two are the examples printed in GB 11643-1999.
  it.each(['11010519491231002X', '440524188001010014', '210102199001010007'])('%s is valid', (number) => {
    expect(isIdentityNumber(number)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '110105194912310021'],
    ['two digits exchanged', '11010519491213002X'],
    ['17 characters', '1101051949123100X'],
    ['19 characters', '110105194912310020X'],
    ['the old 15-digit form', '110105491231002'],
    ['an X inside', '1101051949123100X2'],
    ['letters', 'A1010519491231002X'],
    ['nothing', ''],
    ['a small x, which normalising raises', '11010519491231002x'],
  ])('with %s is not', (_, number) => {
    expect(isIdentityNumber(number)).toBe(false);
  });

  it('shows any single wrong digit', () => {
    const valid = '11010519491231002X';
    for (let place = 0; place < 17; place += 1) {
      for (const digit of '0123456789') {
        if (digit === valid[place]) continue;
        expect(isIdentityNumber(valid.slice(0, place) + digit + valid.slice(place + 1))).toBe(false);
      }
    }
  });

  it.each([
    ['110105 19491231 002x', '11010519491231002X'],
    ['　110105194912310021\n', '110105194912310021'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ])('typed as %j is read as %s', (typed, number) => {
    expect(normaliseIdentityNumber(typed)).toBe(number);
  });
});
