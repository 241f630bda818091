import { expect, it } from 'vitest';
import { sharedGrades } from './shared-grades.ts';

it('a second viewer costs the candidate one more small stream at most: the last to raise the picture has it', () => {
  expect(sharedGrades(['raised', 'wall'])).toEqual(['raised', 'wall']);
  expect(sharedGrades(['raised', 'raised'])).toEqual(['wall', 'raised']);
  expect(sharedGrades(['raised', 'away', 'raised', 'wall'])).toEqual(['wall', 'away', 'raised', 'wall']);
});

it('the one before has it raised again once the last lets it go', () => {
  expect(sharedGrades(['raised', 'wall', 'wall'])).toEqual(['raised', 'wall', 'wall']);
});
