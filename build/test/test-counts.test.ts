import { expect, it } from 'vitest';
import { closingLine, countTests, type FileResult, failedFiles, type TestCounts, withRunAgain } from './test-counts.ts';

const file = (name: string, status: string, ...tests: string[]): FileResult => ({
  name,
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

it('counts a file that failed as a whole as a failure, though none of its tests did', () => {
  const files = [
    file('a', 'failed'),
    file('b', 'failed', 'passed', 'failed'),
    file('c', 'passed', 'passed', 'pending'),
  ];
  expect(countTests(files)).toEqual({ passed: 2, failed: 2, skipped: 1 });
  expect(countTests([file('a', 'failed', 'passed')])).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

it('takes what a file came to when it was run again, and leaves the others as they were', () => {
  const first = [file('a', 'failed', 'passed', 'failed'), file('b', 'passed', 'passed'), file('c', 'failed', 'failed')];
  expect(failedFiles(first)).toEqual(['a', 'c']);
  const again = [file('a', 'passed', 'passed', 'passed'), file('c', 'failed', 'failed')];
  expect(countTests(withRunAgain(first, again))).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

it('keeps the failure of a file whose second run told nothing of it', () => {
  expect(countTests(withRunAgain([file('a', 'failed', 'failed')], [])).failed).toBe(1);
  // A lane without a report stands there under its own name, which no file of it has.
  expect(failedFiles(withRunAgain([file('shell', 'failed')], [file('/shell.test.ts', 'passed', 'passed')]))).toEqual([
    'shell',
  ]);
});

it('adds up every run', () => {
  const run: TestCounts = { passed: 3, failed: 1, skipped: 0 };
  expect(closingLine([run, run])).toBe('tests: 6 passed, 2 failed');
  expect(closingLine([run, { ...run, skipped: 2 }])).toBe('tests: 6 passed, 2 failed, 2 skipped');
});
