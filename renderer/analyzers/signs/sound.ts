import type { Sighting } from '../../../shared/domain/violations/judge.ts';

/** One reading of the microphone: its level in dBFS, and how much of a voice it has (`voicing.ts`). */
export interface SoundReading {
  level: number;
  voicing: number;
}

/** Below this a microphone is switched off, not quiet. */
const DEAD = -90;
/** A voice stands out of the room by so much, dB, and reaches this level at all. */
const ABOVE_ROOM = 10;
const AUDIBLE = -55;
export const VOICED = 0.65;
/** Speech has consonants and pauses. */
const VOICED_SHARE = 0.3;
const LOUD = -32;

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) * share)] ?? 0;

/** The room's own level: what is there nine tenths of the time. */
export const roomLevel = (levels: readonly number[]): number => quantile(levels, 0.1);

/** What a second of readings says. `room`: the level of the room, dBFS. */
export function soundSigns(
  readings: readonly SoundReading[],
  room: number,
): Record<'microphone_silent' | 'speech' | 'noise', Sighting | null> {
  const levels = readings.map(({ level }) => level);
  const loudest = Math.max(...levels);
  const middle = quantile(levels, 0.5);
  const voiced = readings.filter(
    ({ level, voicing }) => voicing >= VOICED && level >= Math.max(AUDIBLE, room + ABOVE_ROOM),
  ).length;
  const share = voiced / readings.length;
  const speaks = share >= VOICED_SHARE;
  const detail = { level: Math.round(middle) };
  return {
    microphone_silent: loudest <= DEAD ? { score: 1 } : null,
    speech: speaks ? { score: Math.min(1, 0.4 + share / 2), detail: { level: Math.round(loudest) } } : null,
    noise: !speaks && middle >= LOUD ? { score: Math.min(1, 0.5 + (middle - LOUD) / 40), detail } : null,
  };
}
