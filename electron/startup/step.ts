/**
 * One reversible operation, in the manner of Safe Exam Browser's operation sequences. `revert` may be called by
 * another process than the one that performed (after a crash), after a perform that failed half-way, or twice: it
 * must then still leave the computer as it was, and do no harm where there is nothing to undo.
 */
export interface Step {
  /** Lower case with underscores; recorded in the ledger and shown in the lock report. */
  readonly name: string;
  /** Resolves with a note for the report, if there is something to say. Rejects when it could not be done. */
  perform(): Promise<string | undefined>;
  revert(): Promise<void>;
  /**
   * Whether what was performed is still in force; asked again and again, so it must be cheap, change nothing and not
   * wait for anybody. Left out where nothing can lift the step, or nothing can tell.
   */
  probe?(): boolean | Promise<boolean>;
}

/** What became of one step. */
export interface StepOutcome {
  step: string;
  ok: boolean;
  note: string;
}

export const failureNote = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
