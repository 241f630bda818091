import type { ViolationKind } from '../violation.ts';

/** What the exam window's own analysers look for in its own camera and microphone. */
const AT_THE_COMPUTER = [
  'no_face',
  'face_partly_out',
  'multiple_people',
  'face_covered',
  'prohibited_object',
  'camera_blocked',
  'camera_off',
  'camera_frozen',
  'camera_looped',
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

/** What they look for in the phone's pictures, which come seldom: signs with rules of their own. */
const BY_THE_PHONE = ['rear_people', 'rear_nobody', 'rear_object'] as const;
type RearSign = (typeof BY_THE_PHONE)[number];

/** All that they look for; other kinds of violation come from the shell, the phone and the proctor. */
export const WATCHED_KINDS = [...AT_THE_COMPUTER, ...BY_THE_PHONE] as const;
export type WatchedKind = (typeof WATCHED_KINDS)[number];

/** As which kind a sign of the phone's picture is noted: nobody in it says more about the phone than about the candidate. */
const NOTED_AS: Record<RearSign, ViolationKind> = {
  rear_people: 'multiple_people',
  rear_nobody: 'rear_view_misplaced',
  rear_object: 'prohibited_object',
};

const isRearSign = (kind: WatchedKind): kind is RearSign => BY_THE_PHONE.some((sign) => sign === kind);

/** As what a proctor reads it, and which camera shows it. */
export const violationOf = (kind: WatchedKind): { kind: ViolationKind; camera: 'front' | 'rear' } =>
  isRearSign(kind) ? { kind: NOTED_AS[kind], camera: 'rear' } : { kind, camera: 'front' };
