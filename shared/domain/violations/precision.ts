import type { Verdict } from '../case-grounds.ts';
import type { ViolationKind } from '../violation.ts';

/** How often people who looked agreed with what was noted. */
export interface KindDecisions {
  kind: ViolationKind;
  confirmed: number;
  cleared: number;
}

interface Decided {
  /** Of which kind a finding is, by its event. */
  kinds: ReadonlyMap<string, ViolationKind>;
  /** Findings that a proctor has cleared, and has not taken back. */
  cleared: ReadonlySet<string>;
  /** What was reported with which findings, and the verdict where there is one. */
  reports: readonly { findings: readonly string[]; verdict: Verdict | null }[];
}

type Word = 'reported' | 'cleared' | Verdict;
/** Of two words about one finding the weightier: whoever judged it has seen more than whoever cleared or reported it. */
const WEIGHT: Record<Word, number> = { reported: 0, cleared: 1, dismissed: 2, sustained: 3 };

/** Each finding counts once: whoever reports it confirms it, unless it was cleared or the report dismissed. */
export function decisionsByKind({ kinds, cleared, reports }: Decided): KindDecisions[] {
  const words = new Map<string, Word>();
  const say = (finding: string, word: Word): void => {
    const said = words.get(finding);
    if (said === undefined || WEIGHT[word] > WEIGHT[said]) words.set(finding, word);
  };
  for (const finding of cleared) say(finding, 'cleared');
  for (const { findings, verdict } of reports) for (const finding of findings) say(finding, verdict ?? 'reported');
  const counts = new Map<ViolationKind, KindDecisions>();
  for (const [finding, word] of words) {
    const kind = kinds.get(finding);
    if (kind === undefined) continue;
    const { confirmed, cleared: wrong } = counts.get(kind) ?? { confirmed: 0, cleared: 0 };
    const right = word === 'reported' || word === 'sustained';
    counts.set(kind, { kind, confirmed: confirmed + (right ? 1 : 0), cleared: wrong + (right ? 0 : 1) });
  }
  return [...counts.values()];
}

/** The share of what people looked at that was one; null while they looked at nothing of it. */
export function precisionOf({ confirmed, cleared }: Omit<KindDecisions, 'kind'>): number | null {
  return confirmed + cleared === 0 ? null : confirmed / (confirmed + cleared);
}
