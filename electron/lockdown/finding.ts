import type { Finding } from '../../shared/contract/shell.ts';

/** Where a measure reports what it noticed; goes to the exam window, which journals it (VIO-1). */
export type ReportFinding = (finding: Finding) => void;

/** Of what is so at a look, and has no length. */
export const circumstance = (kind: Finding['kind'], detail: Finding['detail']): Finding => ({
  ...{ kind, durationMs: 0, detail },
});

/** Reports each finding that says the same once, however often it is seen. */
export function reportOnce(report: ReportFinding): ReportFinding {
  const known = new Set<string>();
  return (finding) => {
    const said = JSON.stringify(finding);
    if (known.has(said)) return;
    known.add(said);
    report(finding);
  };
}
