import { canonicalJson } from '../support/canonical-json.ts';
import type { Verdict } from './case-grounds.ts';
import { GENESIS } from './entry.ts';
import { intactLinks } from './hash-chain.ts';
import type { StaffRole } from './staff.ts';
import type { ViolationKind } from './violation.ts';

/** What is reported of a candidate: what kind of violation, when, and which findings show it. */
export interface CaseReport {
  sessionId: string;
  kind: ViolationKind;
  from: number;
  until: number;
  /** Ids of events. */
  findings: readonly string[];
}

/** One step of a case. Nothing of it is ever edited: a later step supersedes an earlier one (EVI-2). */
export type CaseStep =
  /** `fourEyes`: whether a chief must confirm what a reviewer decides, as the examination has it now. */
  | { kind: 'reported'; report: CaseReport; fourEyes: boolean; text: string }
  | { kind: 'judged'; verdict: Verdict; ground: string; text: string }
  /** The reviewer cannot say: somebody else has to look. */
  | { kind: 'passed_on'; text: string }
  | { kind: 'decided'; verdict: Verdict; ground: string; text: string }
  | { kind: 'appealed'; text: string };

export interface CasePerson {
  id: string;
  name: string;
  role: StaffRole;
}

/** One link of the chain of an attempt's cases: `prev` is the hash before it, `GENESIS` for the first. */
export interface CaseLink {
  attemptId: string;
  caseId: string;
  seq: number;
  at: number;
  by: CasePerson;
  step: CaseStep;
  prev: string;
  hash: string;
}

export const CASE_STATES = ['reviewer', 'second_reviewer', 'chief', 'closed'] as const;
/** Whom a case waits for. */
export type CaseState = (typeof CASE_STATES)[number];

export interface CaseStanding {
  state: CaseState;
  /** The verdict that holds now, final when `closed`; null while nobody gave one since it was last opened. */
  verdict: Verdict | null;
  ground: string | null;
  /** How often it was opened: once, and once for each appeal. */
  round: number;
}

type Acted = Pick<CaseLink, 'by' | 'step'>;

/** The steps since the case was last opened, by its report or by an appeal, which is the first of them. */
function roundsOf(links: readonly Acted[]): Acted[][] {
  const rounds: Acted[][] = [];
  for (const link of links) {
    if (link.step.kind === 'reported' || link.step.kind === 'appealed') rounds.push([link]);
    else rounds.at(-1)?.push(link);
  }
  return rounds;
}

const needsChief = (links: readonly Acted[]) => links.some(({ step }) => step.kind === 'reported' && step.fourEyes);

/** Where a case stands. `links`: its own, in order, its report first. */
export function caseStanding(links: readonly Acted[]): CaseStanding {
  const rounds = roundsOf(links);
  const now = rounds.at(-1) ?? [];
  let standing: CaseStanding = { state: 'reviewer', verdict: null, ground: null, round: rounds.length };
  for (const { step } of now) {
    if (step.kind === 'passed_on') {
      standing = { ...standing, state: standing.state === 'reviewer' ? 'second_reviewer' : 'chief' };
    } else if (step.kind === 'judged') {
      const { verdict, ground } = step;
      standing = { ...standing, verdict, ground, state: needsChief(links) ? 'chief' : 'closed' };
    } else if (step.kind === 'decided') {
      standing = { ...standing, verdict: step.verdict, ground: step.ground, state: 'closed' };
    }
  }
  return standing;
}

/** How many of an attempt's cases nobody has closed. `links`: its whole chain. */
export function openCases(links: readonly Pick<CaseLink, 'caseId' | 'by' | 'step'>[]): number {
  const ids = [...new Set(links.map(({ caseId }) => caseId))];
  return ids.filter((id) => caseStanding(links.filter(({ caseId }) => caseId === id)).state !== 'closed').length;
}

/** The sessions that an attempt's open cases are about. `links`: its whole chain. */
export function sessionsUnderReview(links: readonly Pick<CaseLink, 'caseId' | 'by' | 'step'>[]): Set<string> {
  const sessions = links.flatMap(({ caseId, step }) => {
    const open = step.kind === 'reported' && openCases(links.filter((link) => link.caseId === caseId)) > 0;
    return open ? [step.report.sessionId] : [];
  });
  return new Set(sessions);
}

/** Why somebody may not take a step now: it is not its turn, or it needs another person than those who acted before. */
export type StepRefusal = 'case_not_waiting' | 'case_needs_another';

/**
 * Whether the case takes this step by this person now; null when it does. Nobody judges what they reported or decides what
 * they judged; the second reviewer is not the first; and whoever gave the verdict that is appealed against does not judge
 * again. As long as a chief has not decided, the reviewer who judged last may think better of it.
 */
export function stepRefusal(links: readonly Acted[], kind: CaseStep['kind'], personId: string): StepRefusal | null {
  const { state } = caseStanding(links);
  const rounds = roundsOf(links);
  const now = rounds.at(-1) ?? [];
  const before = rounds.at(-2) ?? [];
  const among = (steps: readonly Acted[], kinds: readonly CaseStep['kind'][]) =>
    steps.some(({ by, step }) => by.id === personId && kinds.includes(step.kind));
  const reported = among(links, ['reported']);
  switch (kind) {
    case 'reported':
      return null;
    case 'appealed':
      return state === 'closed' ? null : 'case_not_waiting';
    case 'judged':
    case 'passed_on': {
      const last = now.at(-1);
      const again = kind === 'judged' && state === 'chief' && last?.step.kind === 'judged' && last.by.id === personId;
      if (again) return null;
      if (state !== 'reviewer' && state !== 'second_reviewer') return 'case_not_waiting';
      if (reported || among(now, ['passed_on']) || among(before, ['judged', 'decided'])) return 'case_needs_another';
      return null;
    }
    case 'decided':
      if (state !== 'chief') return 'case_not_waiting';
      return reported || among(now, ['judged', 'passed_on']) ? 'case_needs_another' : null;
  }
}

/** What a link's hash covers: the canonical JSON of everything but the hash itself. */
export const caseText = ({ attemptId, caseId, seq, at, by, step, prev }: Omit<CaseLink, 'hash'>): string =>
  canonicalJson({ attemptId, caseId, seq, at, by, step, prev });

/** How many leading links of an attempt form an intact chain: all of them, unless one was changed, removed or put in. */
export const intactCaseLinks = (links: readonly CaseLink[]): Promise<number> => intactLinks(links, caseText, GENESIS);
