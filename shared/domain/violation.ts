/** Violation kinds: annex 5 of the notice, DESIGN.md section 5. */
export const VIOLATION_KINDS = [
  'identity_mismatch',
  'no_face',
  'face_partly_out',
  'multiple_people',
  'face_covered',
  'camera_blocked',
  'camera_off',
  'camera_frozen',
  'camera_looped',
  'virtual_camera',
  'microphone_off',
  'microphone_silent',
  'headphones',
  'ears_hidden',
  'prohibited_object',
  'looking_away',
  'head_down',
  'speech',
  'noise',
  'poor_light',
  'public_place',
  'app_switch',
  'popup',
  'lock_lost',
  'prohibited_app',
  'extra_display',
  'remote_session',
  'virtual_machine',
  'screenshot',
  'copy_attempt',
  'rear_view_lost',
  'rear_view_misplaced',
  'phone_interrupted',
  'manual',
] as const;

export type ViolationKind = (typeof VIOLATION_KINDS)[number];

/** Kinds that no machine here tells: a proctor sees them and notes them. `manual` is anything else. */
export const HUMAN_KINDS = ['manual', 'public_place', 'ears_hidden'] as const satisfies readonly ViolationKind[];
export type HumanKind = (typeof HUMAN_KINDS)[number];
