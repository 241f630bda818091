import type { ViolationKind } from '../violation.ts';

/** What the exam window's own analysers look for; the other kinds come from the shell, the phone and the proctor. */
export const WATCHED_KINDS = [
  'no_face',
  'face_partly_out',
  'multiple_people',
  'camera_blocked',
  'camera_off',
  'camera_frozen',
  'virtual_camera',
  'poor_light',
  'looking_away',
  'head_down',
  'identity_mismatch',
  'microphone_off',
  'microphone_silent',
  'headphones',
  'speech',
  'noise',
] as const satisfies readonly ViolationKind[];

export type WatchedKind = (typeof WATCHED_KINDS)[number];
