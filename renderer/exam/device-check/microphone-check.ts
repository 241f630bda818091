import type { TrackState } from '../capture/capture.ts';
import { failed, passed, type Verdict, warned } from './verdict.ts';

/** A voice has to rise this far above the room's own noise, dB. */
const VOICE_ABOVE_NOISE_DB = 12;
/** And reach this level at all, dBFS. */
const VOICE_DB = -50;
/** Below this a microphone is switched off, not quiet, dBFS. */
const DEAD_DB = -90;

/** `levels`: dBFS readings of what was heard while the candidate was asked to read a sentence aloud. */
export function microphoneVerdict(microphone: TrackState, levels: readonly number[]): Verdict {
  if (microphone === 'refused' || microphone === 'missing' || microphone === 'busy') return failed(microphone, null);
  if (microphone !== 'live' || levels.length === 0) return failed('missing', null);
  const ascending = [...levels].sort((left, right) => left - right);
  const at = (share: number): number => ascending[Math.floor(share * (ascending.length - 1))] ?? DEAD_DB;
  const loud = at(0.95);
  if (!isAlive(loud)) return failed('silent', loud);
  return isVoice(at(0.1), loud) ? passed(loud) : warned('quiet', loud);
}

/** Whether something rose above the room: both in dBFS. */
export const isVoice = (noise: number, loud: number): boolean =>
  loud >= VOICE_DB && loud - noise >= VOICE_ABOVE_NOISE_DB;

/** Whether anything was heard at all, dBFS. A microphone with a noise gate is silent between two sounds of the room. */
export const isAlive = (level: number): boolean => level > DEAD_DB;
