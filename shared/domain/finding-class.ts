import type { ViolationKind } from './violation.ts';

/**
 * What a finding says about a candidate. `blocked`: it was tried and nothing came of it. `reported`: it happened, and a
 * person judges it. `informed`: a circumstance the proctor should know, with no reproach in it. Only what is reported
 * counts as a violation.
 */
export type FindingClass = 'blocked' | 'reported' | 'informed';

/** Of each kind, where nothing more is known. */
const USUALLY: Record<ViolationKind, FindingClass> = {
  identity_mismatch: 'reported',
  no_face: 'reported',
  face_partly_out: 'reported',
  multiple_people: 'reported',
  face_covered: 'reported',
  camera_blocked: 'reported',
  camera_off: 'reported',
  camera_frozen: 'reported',
  camera_looped: 'reported',
  virtual_camera: 'reported',
  microphone_off: 'reported',
  microphone_silent: 'informed',
  headphones: 'reported',
  ears_hidden: 'reported',
  prohibited_object: 'reported',
  looking_away: 'reported',
  head_down: 'reported',
  speech: 'reported',
  noise: 'informed',
  poor_light: 'informed',
  public_place: 'reported',
  app_switch: 'reported',
  // It took the screen or the focus without being asked (LOCK-2).
  popup: 'informed',
  lock_lost: 'informed',
  prohibited_app: 'reported',
  extra_display: 'reported',
  remote_session: 'reported',
  // Hints misfire on ordinary computers (LOCK-3).
  virtual_machine: 'informed',
  screenshot: 'reported',
  copy_attempt: 'reported',
  rear_view_lost: 'informed',
  rear_view_misplaced: 'informed',
  phone_interrupted: 'informed',
  manual: 'reported',
};

/** A window that lies over the paper for so long is read, whoever put it there. */
const LINGERING_MS = 10_000;

/** Which class a finding is of, by its kind and what was seen with it. */
export function findingClass(
  kind: ViolationKind,
  detail: Readonly<Record<string, string | number | boolean>>,
): FindingClass {
  if (detail.blocked === true) return 'blocked';
  // Told before, or asked for in the window itself: nothing new happened.
  if (detail.again === true || 'announced' in detail) return 'informed';
  if (kind === 'popup' && Number(detail.durationMs) >= LINGERING_MS) return 'reported';
  // Lifted while it was in force, and not to be had again: somebody works against it.
  if (kind === 'lock_lost' && detail.restored === false) return 'reported';
  return USUALLY[kind];
}
