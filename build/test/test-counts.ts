import * as z from 'zod';

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of vitest's JSON report. */
export const VitestReportSchema = z.object({
  numPassedTests: z.number().int(),
  numFailedTests: z.number().int(),
  numPendingTests: z.number().int(),
  numTodoTests: z.number().int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Counts one run. A file that failed before any of its tests could run counts as one failure. */
export function countTests(report: z.infer<typeof VitestReportSchema>): TestCounts {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The last line that `npm test` prints. */
export function closingLine(runs: readonly TestCounts[]): string {
  const sum = (key: keyof TestCounts): number => runs.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `tests: ${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
