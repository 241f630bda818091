import type { Observation } from '../../../shared/domain/violations/judge.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import { roomLevel, type SoundReading, soundSigns } from '../../analyzers/signs/sound.ts';
import type { SoundLevel } from '../capture/sound-level.ts';

/** Readings that make one observation, about a second. */
const A_SECOND = 10;
/** The room's own level is that of the last minute. */
const A_MINUTE = 600;

export interface WatchEar {
  /** One reading; after a second of them what they tell, else null. */
  listen(sound: SoundLevel): Promise<Observation['seen'] | null>;
}

/** Listens to the room: a reading every tenth of a second. */
export function createWatchEar(eyes: Pick<FaceEngine, 'listen'>): WatchEar {
  const levels: number[] = [];
  let readings: SoundReading[] = [];
  return {
    async listen(sound) {
      const level = sound.read();
      readings.push({ level, voicing: await eyes.listen(sound.samples(), sound.sampleRate) });
      levels.push(level);
      if (levels.length > A_MINUTE) levels.shift();
      if (readings.length < A_SECOND) return null;
      const second = readings;
      readings = [];
      return soundSigns(second, roomLevel(levels));
    },
  };
}
