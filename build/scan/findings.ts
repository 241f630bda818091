/** One thing the scanner noticed. Lines move with every change, so that a finding is known by what stands there. */
export interface ScanFinding {
  check: string;
  severity: string;
  file: string;
  sample: string;
}

/** A finding that somebody has looked at. */
export interface JudgedFinding extends Omit<ScanFinding, 'severity'> {
  /** Why it is none. */
  reason: string;
}

const sameAs =
  (one: Omit<ScanFinding, 'severity'>) =>
  ({ check, file, sample }: Omit<ScanFinding, 'severity'>): boolean =>
    check === one.check && file === one.file && sample === one.sample;

export interface ScanVerdict {
  /** Nobody has said anything about them. */
  unjudged: ScanFinding[];
  /** Judgements about what is not there any more. */
  outdated: JudgedFinding[];
}

export function judgeFindings(found: readonly ScanFinding[], judged: readonly JudgedFinding[]): ScanVerdict {
  return {
    unjudged: found.filter((finding) => !judged.some(sameAs(finding))),
    outdated: judged.filter((judgement) => !found.some(sameAs(judgement))),
  };
}
