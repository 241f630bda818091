import {
  type RuleChanges,
  rulesWith,
  USUAL_RULES,
  type ViolationRule,
} from '../../../../shared/domain/violations/rules.ts';
import { WATCHED_KINDS, type WatchedKind } from '../../../../shared/domain/violations/watched-kinds.ts';

/** The times of a rule, as the page shows them. */
export const TIMES = ['onsetMs', 'holdMs', 'mergeMs', 'cooldownMs'] as const;
export type RuleTime = (typeof TIMES)[number];

/** A rule as it is typed: times in seconds. */
export type TypedRule = { kind: WatchedKind; on: boolean; severity: ViolationRule['severity'] } & Record<
  RuleTime,
  string
>;

/** What an examination may wait for at most, seconds: four hours, as the exam centre takes it. */
const LONGEST = 4 * 3_600;

const secondsText = (ms: number): string => String(ms / 1_000);

const typed = (kind: WatchedKind, rule: ViolationRule, on: boolean): TypedRule => ({
  ...{ kind, on, severity: rule.severity, onsetMs: secondsText(rule.onsetMs), holdMs: secondsText(rule.holdMs) },
  ...{ mergeMs: secondsText(rule.mergeMs), cooldownMs: secondsText(rule.cooldownMs) },
});

/** Every kind, whether it is looked for or not: a row that is switched on again has the usual numbers. */
export function asTyped(changes: RuleChanges): TypedRule[] {
  const rules = rulesWith(changes);
  return WATCHED_KINDS.map((kind) => typed(kind, rules[kind] ?? USUAL_RULES[kind], rules[kind] !== undefined));
}

export const usualRule = (kind: WatchedKind): TypedRule => typed(kind, USUAL_RULES[kind], true);

/** Milliseconds; null for what is no number of seconds that may stand there. */
function readSeconds(text: string): number | null {
  // Full-width digits, as a Chinese input method writes them, count as digits.
  const plain = text.normalize('NFKC').trim();
  if (!/^[0-9]{1,5}(\.[0-9]{1,3})?$/.test(plain) || Number(plain) > LONGEST) return null;
  return Math.round(Number(plain) * 1_000);
}

export const faultsOf = (rule: TypedRule): RuleTime[] =>
  rule.on ? TIMES.filter((time) => readSeconds(rule[time]) === null) : [];

/** Where the rows differ from the usual rules: the rest follows them, also when they are improved. Rows without a fault. */
export function readTyped(rows: readonly TypedRule[]): RuleChanges {
  const changes: RuleChanges = {};
  for (const row of rows) {
    const usual = USUAL_RULES[row.kind];
    const times = TIMES.map((time) => [time, readSeconds(row[time]) ?? usual[time]] as const);
    const other = times.filter(([time, ms]) => ms !== usual[time]);
    const severity = row.severity === usual.severity ? {} : { severity: row.severity };
    if (!row.on) changes[row.kind] = 'off';
    else if (other.length > 0 || 'severity' in severity)
      changes[row.kind] = { ...Object.fromEntries(other), ...severity };
  }
  return changes;
}
