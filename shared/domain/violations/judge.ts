import type { ViolationRule, ViolationRules } from './rules.ts';
import { WATCHED_KINDS, type WatchedKind } from './watched-kinds.ts';

/** That something was seen: how surely (0..1), and what goes into the record with it. */
export interface Sighting {
  score: number;
  detail?: Record<string, string | number | boolean>;
}

/** What one look found. A kind that is left out was not looked for: that speaks neither for nor against it. */
export interface Observation {
  /** Milliseconds of a clock that never jumps, ascending. */
  at: number;
  seen: { [Kind in WatchedKind]?: Sighting | null | undefined };
}

/** A violation that begins to be noted, or one noted before that is over. */
export interface Judged {
  kind: WatchedKind;
  severity: ViolationRule['severity'];
  /** When it was first and last seen. */
  since: number;
  until: number;
  /** Its surest sighting so far. */
  best: Sighting;
  ongoing: boolean;
}

/** A violation that was noted and goes on, with its surest sighting so far. */
export interface Going {
  kind: WatchedKind;
  best: Sighting;
}

/** One stretch in which a kind was seen, pauses included that its rule bridges. */
interface Run {
  since: number;
  lastSeen: number;
  seenMs: number;
  best: Sighting;
  noted: boolean;
}

interface KindState {
  lookedAt: number;
  sawIt: boolean;
  run: Run | null;
  notedAt: number | null;
}

/** What is known of each kind; begins empty. */
export type JudgeState = Readonly<Partial<Record<WatchedKind, KindState>>>;

/** Of the time since it was first seen, so much it must have been seen. */
const SEEN_SHARE = 0.7;
/** Two looks further apart, or than the kind's own hold, vouch for nothing between them: the computer slept, say. */
const VOUCHED_MS = 5_000;

const surer = (one: Sighting, other: Sighting): Sighting => (other.score > one.score ? other : one);

const told = (kind: WatchedKind, { severity }: ViolationRule, run: Run, ongoing: boolean): Judged => ({
  ...{ kind, severity, since: run.since, until: run.lastSeen, best: run.best },
  ongoing,
});

function judgeKind(
  kind: WatchedKind,
  rule: ViolationRule,
  known: KindState,
  at: number,
  sighting: Sighting | null,
): { next: KindState; judged: Judged[] } {
  const judged: Judged[] = [];
  let { run, notedAt } = known;
  const passed = at - known.lookedAt;
  const vouched = passed <= Math.max(VOUCHED_MS, rule.holdMs);
  if (run && known.sawIt && vouched) run = { ...run, seenMs: run.seenMs + passed };
  const goesOn = known.sawIt && vouched && sighting !== null;
  const pause = run?.noted ? Math.max(rule.holdMs, rule.mergeMs) : rule.holdMs;
  if (run && !goesOn && (!vouched || at - run.lastSeen > pause)) {
    if (run.noted) judged.push(told(kind, rule, run, false));
    run = null;
  }
  if (sighting) {
    run = run
      ? { ...run, lastSeen: at, best: surer(run.best, sighting) }
      : { since: at, lastSeen: at, seenMs: 0, best: sighting, noted: false };
    const lasted = at - run.since;
    const cool = notedAt === null || at - notedAt >= rule.cooldownMs;
    if (!run.noted && cool && lasted >= rule.onsetMs && run.seenMs >= SEEN_SHARE * lasted) {
      run = { ...run, noted: true };
      notedAt = at;
      judged.push(told(kind, rule, run, true));
    }
  }
  return { next: { lookedAt: at, sawIt: sighting !== null, run, notedAt }, judged };
}

/** One look more. Pure: the same looks in the same order come to the same violations, whenever they are judged again. */
export function judge(
  state: JudgeState,
  rules: ViolationRules,
  { at, seen }: Observation,
): { state: JudgeState; judged: Judged[] } {
  const next: Partial<Record<WatchedKind, KindState>> = { ...state };
  const judged: Judged[] = [];
  for (const kind of WATCHED_KINDS) {
    const [rule, sighting] = [rules[kind], seen[kind]];
    if (!rule || sighting === undefined) continue;
    const known = state[kind] ?? { lookedAt: at, sawIt: false, run: null, notedAt: null };
    const one = judgeKind(kind, rule, known, at, sighting);
    next[kind] = one.next;
    judged.push(...one.judged);
  }
  return { state: next, judged };
}

export function goingOn(state: JudgeState): Going[] {
  return WATCHED_KINDS.flatMap((kind) => {
    const run = state[kind]?.run;
    return run?.noted ? [{ kind, best: run.best }] : [];
  });
}

/** Nothing is looked at any more: what was noted and goes on is over. */
export function judgeEnd(state: JudgeState, rules: ViolationRules): Judged[] {
  return WATCHED_KINDS.flatMap((kind) => {
    const [run, rule] = [state[kind]?.run, rules[kind]];
    return run?.noted && rule ? [told(kind, rule, run, false)] : [];
  });
}
