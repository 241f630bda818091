/** What can keep the page from watching, as a closed list; `words.ts` says for each what to do next. */
export type Problem =
  | 'in_app'
  | 'insecure'
  | 'unsupported'
  | 'token_missing'
  | 'token_expired'
  | 'token_used'
  | 'token_voided'
  | 'pairing_ended'
  | 'version'
  | 'unreachable'
  | 'centre_error'
  | 'camera_refused'
  | 'camera_missing'
  | 'camera_busy';

/** What stands in the way, thrown by the step that met it. */
export class PhoneProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}
