import type { ViolationRules } from '../../../shared/domain/violations/rules.ts';
import { WATCHED_KINDS, type WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';
import { PACES } from './watch-pace.ts';

/** Kinds that need the picture and a model. */
const OF_FACE: ReadonlySet<WatchedKind> = new Set([
  'no_face',
  'face_partly_out',
  'multiple_people',
  'face_covered',
  'camera_blocked',
  'camera_frozen',
  'camera_looped',
  'poor_light',
  'looking_away',
  'head_down',
  'identity_mismatch',
]);
const OF_MICROPHONE: ReadonlySet<WatchedKind> = new Set(['microphone_silent', 'speech', 'noise']);

/** What wants the slow model, which has little time for each camera. */
const OF_THINGS: ReadonlySet<WatchedKind> = new Set(['prohibited_object']);
const OF_PHONE: ReadonlySet<WatchedKind> = new Set(['rear_people', 'rear_nobody', 'rear_object']);

interface Means {
  pace: number;
  /** The models run. */
  eyes: boolean;
  camera: boolean;
  microphone: boolean;
  /** The phone's pictures come and are looked at. */
  phone: boolean;
  /** Things are looked for in the computer's own. */
  things: boolean;
  /** There is a confirmed face to compare with. */
  reference: boolean;
}

/** What is not looked for now although the examination asks for it. */
export function undoneNow(rules: ViolationRules, means: Means): WatchedKind[] {
  const canIdentify = means.reference && (PACES[means.pace]?.identifyMs ?? null) !== null;
  return WATCHED_KINDS.filter((kind) => {
    if (!rules[kind]) return false;
    if (kind === 'identity_mismatch' && !canIdentify) return true;
    if (kind === 'speech' && !PACES[means.pace]?.speech) return true;
    if (OF_PHONE.has(kind)) return !means.phone;
    if (OF_THINGS.has(kind)) return !means.things || !means.camera;
    if (OF_FACE.has(kind)) return !means.eyes || !means.camera;
    return OF_MICROPHONE.has(kind) && !(means.eyes && means.microphone);
  });
}
