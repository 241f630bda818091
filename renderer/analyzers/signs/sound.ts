import type { Sighting } from '../../../shared/domain/violations/judge.ts';

/** One reading of the microphone: its level in dBFS, and how surely its pieces are speech (`speech-net.ts`), 0..1; null: not listened to. */
export interface SoundReading {
  level: number;
  speech: readonly number[] | null;
}

/** Below this a microphone is switched off, not quiet. */
const DEAD = -90;
/** A voice that does not reach this is behind a wall, or somebody's headphones. */
const AUDIBLE = -55;
const SPOKEN = 0.5;
/** Speech has pauses; a cough is over sooner. */
const SPOKEN_SHARE = 0.3;
const LOUD = -32;

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) * share)] ?? 0;

/** What a second of readings says. Where nobody listened for speech it is not known, and a loud voice is noise. */
export function soundSigns(
  readings: readonly SoundReading[],
): Record<'microphone_silent' | 'noise', Sighting | null> & { speech: Sighting | null | undefined } {
  const levels = readings.map(({ level }) => level);
  const loudest = Math.max(...levels);
  const middle = quantile(levels, 0.5);
  const pieces = readings.flatMap(({ speech }) => speech ?? []);
  const share = pieces.filter((piece) => piece >= SPOKEN).length / Math.max(1, pieces.length);
  const speaks = share >= SPOKEN_SHARE && loudest >= AUDIBLE;
  const detail = { level: Math.round(middle) };
  return {
    microphone_silent: loudest <= DEAD ? { score: 1 } : null,
    speech:
      pieces.length === 0
        ? undefined
        : speaks
          ? { score: Math.min(1, 0.4 + share / 2), detail: { level: Math.round(loudest) } }
          : null,
    noise: !speaks && middle >= LOUD ? { score: Math.min(1, 0.5 + (middle - LOUD) / 40), detail } : null,
  };
}
