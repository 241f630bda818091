import { WATCHED_KINDS, type WatchedKind } from './watched-kinds.ts';

/** When what is seen again and again becomes a violation. All times in milliseconds. */
export interface ViolationRule {
  /** It is noted once it has been seen for so long. */
  onsetMs: number;
  /** Until it is noted, a shorter pause in it is none. */
  holdMs: number;
  /** Once noted, it is over when it was not seen for so long; what begins again sooner is the same one going on. */
  mergeMs: number;
  /** From one noted to the next of its kind at least so long passes. */
  cooldownMs: number;
  severity: 'low' | 'medium' | 'high';
}

/** In seconds: onset, hold, merge, cooldown. */
const rule = (
  [onset, hold, merge, cooldown]: readonly [number, number, number, number],
  severity: ViolationRule['severity'],
): ViolationRule => ({
  ...{ onsetMs: onset * 1_000, holdMs: hold * 1_000, mergeMs: merge * 1_000, cooldownMs: cooldown * 1_000 },
  severity,
});

/**
 * Where an examination says nothing else. A reproach waits longer than a person in the room would: somebody who bends down for
 * a pen has not left the seat.
 */
export const USUAL_RULES: Readonly<Record<WatchedKind, ViolationRule>> = {
  no_face: rule([4, 2, 10, 15], 'high'),
  face_partly_out: rule([6, 4, 15, 60], 'low'),
  multiple_people: rule([3, 2, 10, 15], 'high'),
  // A drink or a cough is over sooner.
  face_covered: rule([12, 3, 20, 60], 'medium'),
  // Looked for every four seconds, and often once there seems to be something: three looks agree.
  prohibited_object: rule([3, 12, 15, 30], 'medium'),
  camera_blocked: rule([4, 2, 10, 15], 'high'),
  camera_off: rule([3, 1, 10, 15], 'high'),
  camera_frozen: rule([8, 2, 20, 30], 'high'),
  camera_looped: rule([0, 60, 120, 1800], 'high'),
  virtual_camera: rule([0, 60, 60, 1800], 'high'),
  poor_light: rule([15, 10, 60, 180], 'low'),
  looking_away: rule([6, 2, 10, 60], 'medium'),
  head_down: rule([15, 2, 15, 60], 'low'),
  // Compared every two seconds once in doubt: four agree.
  identity_mismatch: rule([6, 20, 30, 60], 'high'),
  microphone_off: rule([3, 1, 10, 15], 'medium'),
  microphone_silent: rule([30, 2, 60, 180], 'low'),
  headphones: rule([2, 10, 60, 600], 'medium'),
  speech: rule([3, 1.5, 15, 30], 'medium'),
  noise: rule([10, 5, 60, 180], 'low'),
  // Looked for every ten or twenty seconds: three looks agree.
  rear_people: rule([20, 25, 60, 180], 'medium'),
  rear_nobody: rule([60, 25, 60, 600], 'low'),
  rear_object: rule([20, 25, 120, 900], 'low'),
};

/** What an examination says of its own rules: single numbers of a kind, or `off` for a kind that is not looked for. */
export type RuleChanges = { [Kind in WatchedKind]?: RuleChange | 'off' };

type RuleChange = { [Key in keyof ViolationRule]?: ViolationRule[Key] | undefined };

export type ViolationRules = Partial<Record<WatchedKind, ViolationRule>>;

/** The rules of an examination. */
export function rulesWith(changes: RuleChanges): ViolationRules {
  const rules: ViolationRules = {};
  for (const kind of WATCHED_KINDS) {
    const change = changes[kind] ?? {};
    if (change === 'off') continue;
    const usual = USUAL_RULES[kind];
    rules[kind] = {
      onsetMs: change.onsetMs ?? usual.onsetMs,
      holdMs: change.holdMs ?? usual.holdMs,
      mergeMs: change.mergeMs ?? usual.mergeMs,
      cooldownMs: change.cooldownMs ?? usual.cooldownMs,
      severity: change.severity ?? usual.severity,
    };
  }
  return rules;
}
