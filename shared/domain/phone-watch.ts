/** What a phone itself can say about its camera (CAM-2). */
export const PHONE_TROUBLES = [
  'hidden',
  'locked',
  'closed',
  'camera_taken',
  'camera_refused',
  'camera_missing',
  'frozen',
] as const;
export type PhoneTrouble = (typeof PHONE_TROUBLES)[number];

/** Why a phone is not the second view now; `battery_low`, of one that still is, that it may soon not be. */
export const PHONE_CAUSES = [
  ...PHONE_TROUBLES,
  'disconnected',
  'network_changed',
  'silent',
  'battery_empty',
  'battery_low',
] as const;
export type PhoneCause = (typeof PHONE_CAUSES)[number];

export const isPhoneTrouble = (cause: string): cause is PhoneTrouble =>
  (PHONE_TROUBLES as readonly string[]).includes(cause);

/** How often a phone says how it is. */
export const PHONE_BEAT_MS = 1_000;
/** Two words missing, and room for a slow line: with the look at it, a proctor knows within 3 s (CAM-2). */
export const PHONE_SILENCE_MS = 2_400;
/** Pictures may stand still for so long, for instance while a dark room makes the camera slow. */
export const PHONE_FROZEN_MS = 2_400;

const LOW = 0.15;
/** Whoever falls silent at this level has most likely run out. */
const EMPTY = 0.05;

/** A phone as it was last heard. Times are milliseconds of one clock. */
export interface HeardPhone {
  connected: boolean;
  heardAt: number;
  /** When the count of its pictures last grew. */
  framesAt: number;
  trouble: PhoneTrouble | null;
  /** 0 to 1; null where the browser keeps it to itself. */
  battery: number | null;
  charging: boolean | null;
}

const draining = ({ battery, charging }: HeardPhone, below: number): boolean =>
  battery !== null && battery <= below && charging === false;

/** Why the phone is not the second view; null while it is. */
export function phoneLoss(phone: HeardPhone, now: number): PhoneCause | null {
  const silent = now - phone.heardAt >= PHONE_SILENCE_MS;
  if (!phone.connected || silent) {
    // What it said last explains its silence: a hidden page is soon put to sleep, a closed one says nothing more.
    if (phone.trouble !== null) return phone.trouble;
    if (draining(phone, EMPTY)) return 'battery_empty';
    return phone.connected ? 'silent' : 'disconnected';
  }
  if (phone.trouble !== null) return phone.trouble;
  return now - phone.framesAt >= PHONE_FROZEN_MS ? 'frozen' : null;
}

/** The charger is needed now, before the phone is lost. */
export const phoneBatteryLow = (phone: HeardPhone): boolean => draining(phone, LOW);
