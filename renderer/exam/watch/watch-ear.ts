import type { Observation } from '../../../shared/domain/violations/judge.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import { type SoundReading, soundSigns } from '../../analyzers/signs/sound.ts';
import { SPEECH_RATE } from '../../analyzers/speech/speech-net.ts';
import type { SoundFeed } from '../capture/sound-feed.ts';
import { decibels } from '../capture/sound-level.ts';

export interface WatchEar {
  /** One reading; after a second of sound what that tells, else null. */
  listen(sound: SoundFeed): Promise<Observation['seen'] | null>;
}

/** Listens to the room. */
export function createWatchEar(eyes: Pick<FaceEngine, 'listen'>): WatchEar {
  let readings: SoundReading[] = [];
  let heard = 0;
  return {
    async listen(sound) {
      const samples = sound.take();
      if (samples.length === 0) return null;
      heard += samples.length;
      const level = decibels(samples);
      readings.push({ level, speech: await eyes.listen(samples) });
      if (heard < SPEECH_RATE) return null;
      const second = readings;
      readings = [];
      heard = 0;
      return soundSigns(second);
    },
  };
}
