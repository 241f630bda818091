import type { Ledger } from './recovery-ledger.ts';
import { failureNote, type Step, type StepOutcome } from './step.ts';

/** A required step failed; everything performed before it has been undone. `cause` is what the step threw. */
export class SequenceFailed extends Error {
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(`${step}: ${failureNote(cause)}`, { cause });
    this.name = 'SequenceFailed';
    this.step = step;
  }
}

export interface SequenceOptions {
  /** Remembers on disk what was begun, so that a crash at any point is undone at the next start (LOCK-1). */
  ledger: Ledger;
  /** `abort`: a failing step undoes the sequence and throws SequenceFailed. `report`: it is only reported (LOCK-3). */
  onFailure: 'abort' | 'report';
}

/**
 * Performs the steps in order, one outcome each. A step is entered in the ledger before it is performed; a step that
 * cannot be entered is not performed, for it could not be undone after a crash.
 */
export async function runSequence(steps: readonly Step[], options: SequenceOptions): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const [index, step] of steps.entries()) {
    try {
      await options.ledger.begin(step.name);
      const note = await step.perform();
      outcomes.push({ step: step.name, ok: true, note: note ?? '' });
    } catch (cause) {
      if (options.onFailure === 'abort') {
        await revertSequence(steps.slice(0, index + 1), options.ledger);
        throw new SequenceFailed(step.name, cause);
      }
      outcomes.push({ step: step.name, ok: false, note: failureNote(cause) });
    }
  }
  return outcomes;
}

/** Undoes the steps, last first. One that cannot be undone stays in the ledger, and the others are undone all the same. */
export async function revertSequence(steps: readonly Step[], ledger: Ledger): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const step of [...steps].reverse()) {
    try {
      await step.revert();
      await ledger.end(step.name);
      outcomes.push({ step: step.name, ok: true, note: '' });
    } catch (cause) {
      outcomes.push({ step: step.name, ok: false, note: failureNote(cause) });
    }
  }
  return outcomes;
}

/** Undoes what an earlier run left behind: of the known steps those the ledger names, last begun first (LOCK-1). */
export async function revertLeftovers(steps: readonly Step[], ledger: Ledger): Promise<StepOutcome[]> {
  const begun = await ledger.begun();
  const known = begun.flatMap((name) => steps.find((step) => step.name === name) ?? []);
  const outcomes = await revertSequence(known, ledger);
  for (const name of begun.filter((name) => !known.some((step) => step.name === name))) {
    outcomes.push({ step: name, ok: false, note: 'this version does not know the step' });
    await ledger.end(name);
  }
  return outcomes;
}
