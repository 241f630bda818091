import { expect, it } from 'vitest';
import { createCalculator } from './calculator.ts';

it('writes each result on the tape and says what is wrong with the rest', () => {
  const calculator = createCalculator();
  expect(calculator.work(' 0.1+0.2 ')).toBe('0.3');
  expect(calculator.work('5÷0')).toBeNull();
  expect(calculator.state.fault).toBe('divided_by_zero');
  calculator.forgive();
  expect(calculator.work('(2+3)×4')).toBe('20');
  expect(calculator.state).toMatchObject({
    fault: null,
    tape: [
      { expression: '0.1+0.2', value: '0.3' },
      { expression: '(2+3)×4', value: '20' },
    ],
  });
  calculator.clearTape();
  expect(calculator.state.tape).toEqual([]);
});

it('keeps the last fifty lines', () => {
  const calculator = createCalculator();
  for (let count = 1; count <= 60; count += 1) calculator.work(`${count}+0`);
  expect(calculator.state.tape).toHaveLength(50);
  expect(calculator.state.tape[0]?.value).toBe('11');
});

it('adds to the memory and takes from it, exactly', () => {
  const calculator = createCalculator();
  calculator.remember('+', '0.1');
  calculator.remember('+', '0.2');
  calculator.remember('-', '-1');
  expect(calculator.state.memory).toBe('1.3');
  calculator.remember('+', '1+');
  expect(calculator.state).toMatchObject({ memory: '1.3', fault: 'unfinished' });
  calculator.forget();
  expect(calculator.state.memory).toBeNull();
});
