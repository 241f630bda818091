import { GROUND_OF, type Ground, type Incident, isIncident } from './scene.ts';
import type { ScheduledScene } from './schedule.ts';

/** A violation that a proctor noted in a run. `at`: ms since it began. `ground` null: in words of their own. */
export interface RunFlag {
  at: number;
  place: number;
  ground: Ground | null;
}

/** `misnamed`: the right candidate, another reason. `repeated`: of what was found already. `false`: nothing was there. */
export type FlagVerdict = 'found' | 'misnamed' | 'late' | 'repeated' | 'false';

export interface SeenIncident {
  place: number;
  scene: Incident;
  from: number;
  /** From its beginning to the note that found it; null: missed. */
  reactionMs: number | null;
}

export interface WatchScore {
  found: number;
  missed: number;
  /** Notes with nothing there, and notes of the right candidate with a reason that it was not. */
  falseAlarms: number;
  misnamed: number;
  /** Of what was found: the middle one; null when nothing was. */
  reactionMs: number | null;
}

export interface WatchJudgement {
  score: WatchScore;
  incidents: SeenIncident[];
  /** One for each flag, in their order. */
  verdicts: FlagVerdict[];
}

/** Whoever notes it so soon after it is over has seen it: no false alarm, if too late. */
const JUST_OVER_MS = 10_000;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/**
 * Holds what was noted against what happened. Found is an incident whose candidate was noted within `reactMs` of its beginning,
 * with its reason or in words of one's own, which no machine judges.
 */
export function judgeWatch(
  plan: readonly ScheduledScene[],
  flags: readonly RunFlag[],
  reactMs: number,
): WatchJudgement {
  const incidents = plan.flatMap(({ place, scene, from, until }) =>
    isIncident(scene) ? [{ place, scene, from, until, reactionMs: null as number | null }] : [],
  );
  const verdicts = flags.map(({ at, place, ground }): FlagVerdict => {
    const incident = incidents.find(
      (each) => each.place === place && each.from <= at && at <= each.until + JUST_OVER_MS,
    );
    if (!incident) return 'false';
    if (incident.reactionMs !== null) return 'repeated';
    if (ground !== null && ground !== GROUND_OF[incident.scene]) return 'misnamed';
    if (at - incident.from > reactMs) return 'late';
    incident.reactionMs = at - incident.from;
    return 'found';
  });
  const count = (verdict: FlagVerdict) => verdicts.filter((each) => each === verdict).length;
  const reactions = incidents.flatMap(({ reactionMs }) => (reactionMs === null ? [] : [reactionMs]));
  return {
    score: {
      found: reactions.length,
      missed: incidents.length - reactions.length,
      falseAlarms: count('false'),
      misnamed: count('misnamed'),
      reactionMs: median(reactions),
    },
    incidents: incidents.map(({ until: _until, ...seen }) => seen),
    verdicts,
  };
}

/** What a test must come to. */
export interface PassRules {
  /** An incident counts as found within so many seconds. */
  reactSeconds: number;
  /** At least so many of a hundred incidents found. */
  foundPercent: number;
  /** At most so many false or misnamed. */
  mostFalse: number;
  /** At least so many of a hundred questions right. */
  rulesPercent: number;
  /** So long a pass is valid. */
  validDays: number;
}

/** What a whole run came to. */
export interface RunScore extends WatchScore {
  questions: number;
  right: number;
}

export function isPassed(score: RunScore, rules: PassRules): boolean {
  const { found, missed, falseAlarms, misnamed, right, questions } = score;
  return (
    found * 100 >= rules.foundPercent * (found + missed) &&
    falseAlarms + misnamed <= rules.mostFalse &&
    right * 100 >= rules.rulesPercent * questions
  );
}
