import { describe, expect, it } from 'vitest';
import { calculate } from './evaluate.ts';

describe('a calculation', () => {
  it.each([
    ['0.1+0.2', '0.3'],
    ['1.005×100', '100.5'],
    ['0.3-0.1', '0.2'],
    ['4.35*100', '435'],
    ['1.1+2.2', '3.3'],
    ['99999999999.99×100', '9999999999999'],
    ['123456789012345678.01+0.02', '123456789012345678.03'],
    ['12345678901234567890×10', '123456789012345678900'],
  ])('is exact, as money is: %s = %s', (expression, value) => {
    expect(calculate(expression)).toEqual({ ok: true, value });
  });

  it.each([
    ['2+3×4', '14'],
    ['(2+3)×4', '20'],
    ['20-5-3', '12'],
    ['100÷5÷2', '10'],
    ['2×-3', '-6'],
    ['-(2+3)', '-5'],
    ['--3', '3'],
    ['√9', '3'],
    ['√(9+16)', '5'],
    ['2√9', '6'],
    ['√√16', '2'],
    ['-√4', '-2'],
    ['√4%', '0.2'],
    ['2(3+4)', '14'],
    ['(1+2)(3+4)', '21'],
    ['((2+3', '5'],
    ['.5+5.', '5.5'],
  ])('follows the order of arithmetic: %s = %s', (expression, value) => {
    expect(calculate(expression)).toEqual({ ok: true, value });
  });

  it.each([
    ['50%', '0.5'],
    ['12000×8%', '960'],
    ['12000×(1+5%)', '12600'],
    ['200+10%', '200.1'],
    ['1%%', '0.0001'],
  ])('takes a percent sign for a hundredth: %s = %s', (expression, value) => {
    expect(calculate(expression)).toEqual({ ok: true, value });
  });

  it.each([
    ['1÷3', '0.333333333333'],
    ['1÷3×3', '1'],
    ['2÷3', '0.666666666667'],
    ['√2×√2', '2'],
    ['21.75×8÷21.75', '8'],
    ['-2÷3', '-0.666666666667'],
    ['1÷1000000000000000', '0'],
  ])('shows twelve decimals, rounded half up: %s = %s', (expression, value) => {
    expect(calculate(expression)).toEqual({ ok: true, value });
  });

  it.each([
    ['１２＋３', '15'],
    ['（1＋2）＊3', '9'],
    ['12,000 + 345,678.9', '357678.9'],
    ['3 x 4', '12'],
    ['10 / 4', '2.5'],
    ['10 − 4', '6'],
    ['3。5+1', '4.5'],
  ])('reads what an input method or an accountant writes: %s = %s', (expression, value) => {
    expect(calculate(expression)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['2+', 'unfinished'],
    ['(', 'unfinished'],
    ['√', 'unfinished'],
    ['2 3)', 'unreadable'],
    ['2)', 'unreadable'],
    ['()', 'unreadable'],
    ['×3', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['1,2', 'unreadable'],
    ['二加三', 'unreadable'],
    ['alert(1)', 'unreadable'],
    ['5÷0', 'divided_by_zero'],
    ['5÷(3-3)', 'divided_by_zero'],
    ['√(0-4)', 'negative_root'],
    ['9×'.repeat(160).slice(0, -1), 'too_long'],
  ])('says what is wrong with %s: %s', (expression, fault) => {
    expect(calculate(expression)).toEqual({ ok: false, fault });
  });
});
