import { canonicalJson } from '../support/canonical-json.ts';
import { GENESIS } from './entry.ts';
import { intactLinks } from './hash-chain.ts';
import type { RunKind } from './training/schedule.ts';
import type { PassRules, RunFlag, RunScore } from './training/score.ts';

/** What an exam centre asks of whoever invigilates. */
export interface QualificationRules extends PassRules {
  /** Only the qualified are given candidates. */
  required: boolean;
}

/** Until an organiser says something else. */
export const USUAL_RULES: QualificationRules = {
  ...{ required: true, reactSeconds: 30, foundPercent: 80, mostFalse: 3, rulesPercent: 80, validDays: 365 },
};

/**
 * One step about somebody's qualification. `begun` holds all that a run came from, `ended` all that was done in it: the score can
 * be computed again from both.
 */
export type QualificationStep =
  | { kind: 'rules'; rules: QualificationRules; reason: string }
  | { kind: 'granted'; until: number; reason: string }
  | { kind: 'withdrawn'; reason: string }
  | { kind: 'begun'; runId: string; run: RunKind; seed: string; startsAt: number; rules: PassRules }
  | {
      kind: 'ended';
      runId: string;
      run: RunKind;
      flags: RunFlag[];
      answers: { questionId: string; choice: number | null; right: boolean }[];
      score: RunScore;
      passed: boolean;
      /** Of the pass; null where there is none. */
      until: number | null;
    };

/** One link of the exam centre's log: `prev` is the hash before it, `GENESIS` for the first. */
export interface QualificationLink {
  seq: number;
  at: number;
  /** Who did it, by name. */
  by: string;
  /** About whom; null for the rules, which are about everybody. */
  staffId: string | null;
  step: QualificationStep;
  prev: string;
  hash: string;
}

/** What a link's hash covers: the canonical JSON of everything but the hash itself. */
export const qualificationText = ({ seq, at, by, staffId, step, prev }: Omit<QualificationLink, 'hash'>): string =>
  canonicalJson({ seq, at, by, staffId, step, prev });

/** How many leading links form an intact log: all of them, unless one was changed, removed or put in. */
export const intactQualifications = (links: readonly QualificationLink[]): Promise<number> =>
  intactLinks(links, qualificationText, GENESIS);

/** `ends_too_soon`: valid now, and not any more when it is needed. */
export const QUALIFICATION_STATES = ['qualified', 'ends_too_soon', 'expired', 'withdrawn', 'never'] as const;
export type QualificationState = (typeof QUALIFICATION_STATES)[number];

export interface Standing {
  state: QualificationState;
  /** Of the pass that lasts longest, also when it is over; null: there is none. */
  until: number | null;
}

/** When a pass is asked for: now, and until when it has to last. */
export interface Need {
  now: number;
  until: number;
}

/**
 * Where somebody stands, from the steps about them in their order. A test that was not passed takes no pass away; one that is
 * withdrawn takes all passes before it.
 */
export function standingOf(steps: readonly QualificationStep[], need: Need): Standing {
  let until: number | null = null;
  let withdrawn = false;
  for (const step of steps) {
    if (step.kind === 'withdrawn') [until, withdrawn] = [null, true];
    const given = step.kind === 'granted' || step.kind === 'ended' ? step.until : null;
    if (given !== null) [until, withdrawn] = [Math.max(until ?? 0, given), false];
  }
  if (until === null) return { state: withdrawn ? 'withdrawn' : 'never', until };
  if (until < need.now) return { state: 'expired', until };
  return { state: until < need.until ? 'ends_too_soon' : 'qualified', until };
}

/** The rules that hold: the latest there are. */
export const rulesIn = (steps: readonly QualificationStep[]): QualificationRules =>
  steps.reduce((rules, step) => (step.kind === 'rules' ? step.rules : rules), USUAL_RULES);
