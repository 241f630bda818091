import type { Finding } from '../../shared/contract/shell.ts';

/** Where a measure reports what it noticed; goes to the exam window, which journals it (VIO-1). */
export type ReportFinding = (finding: Finding) => void;
