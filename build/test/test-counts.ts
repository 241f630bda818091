import * as z from 'zod';

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of vitest's JSON report: `name` is a file's whole path. */
export const VitestReportSchema = z.object({
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

export type FileResult = z.infer<typeof VitestReportSchema>['testResults'][number];

export const failedFiles = (files: readonly FileResult[]): string[] =>
  files.filter(({ status }) => status === 'failed').map(({ name }) => name);

/** The results of `first`, with those of the files that were run again in place of what they were. */
export const withRunAgain = (first: readonly FileResult[], again: readonly FileResult[]): FileResult[] => [
  ...first.filter(({ name }) => again.every((file) => file.name !== name)),
  ...again,
];

/** Counts one run. A file that failed as a whole, before or after its tests, counts as one failure at least. */
export function countTests(files: readonly FileResult[]): TestCounts {
  const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of files) {
    const of = (wanted: string): number => assertionResults.filter((test) => test.status === wanted).length;
    const failed = of('failed');
    counts.passed += of('passed');
    counts.failed += status === 'failed' ? Math.max(1, failed) : failed;
    counts.skipped += assertionResults.length - of('passed') - failed;
  }
  return counts;
}

/** The last line that `npm test` prints. */
export function closingLine(runs: readonly TestCounts[]): string {
  const sum = (key: keyof TestCounts): number => runs.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `tests: ${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
