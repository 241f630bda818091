import { expect, it } from 'vitest';
import { closingLine, countTests, type TestCounts } from './test-counts.ts';

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] };

it('counts a file that could not be loaded as a failure, though none of its tests ran', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'passed', assertionResults: [{}] },
  ];
  expect(countTests({ ...report, testResults }).failed).toBe(2);
});

it('adds up every run', () => {
  const run: TestCounts = { passed: 3, failed: 1, skipped: 0 };
  expect(closingLine([run, run])).toBe('tests: 6 passed, 2 failed');
  expect(closingLine([run, { ...run, skipped: 2 }])).toBe('tests: 6 passed, 2 failed, 2 skipped');
});
