import { expect, it } from 'vitest';
import { createShownAnswers } from './shown-answers.ts';

it('explains what was last shown as saved and what was chosen after it, and nothing older', () => {
  const answers = createShownAnswers();
  for (const value of ['a', 'b', 'c']) answers.choosing('1', value);
  expect(answers.explains('1', null)).toBe(true);
  answers.saved('1', 'b');
  expect(['a', 'b', 'c', null].map((value) => answers.explains('1', value))).toEqual([false, true, true, false]);
  answers.saved('1', 'c');
  answers.saved('1', 'c');
  expect(answers.explains('1', 'b')).toBe(false);
  expect(answers.savedCount).toBe(2);
});
