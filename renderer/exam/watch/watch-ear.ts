import type { Observation } from '../../../shared/domain/violations/judge.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import { type SoundReading, soundSigns } from '../../analyzers/signs/sound.ts';
import { SPEECH_RATE } from '../../analyzers/speech/speech-net.ts';
import type { SoundFeed } from '../capture/sound-feed.ts';
import { decibels } from '../capture/sound-level.ts';

/** What a second of sound tells. `tookMs`: listening for speech in it; null where nobody did. */
interface HeardSecond {
  seen: Observation['seen'];
  tookMs: number | null;
}

export interface WatchEar {
  /** One reading; after a second of sound what that tells, else null. `forSpeech`: without it only how loud it is. */
  listen(sound: SoundFeed, forSpeech: boolean): Promise<HeardSecond | null>;
}

/** Listens to the room. */
export function createWatchEar(eyes: Pick<FaceEngine, 'listen'>): WatchEar {
  let readings: SoundReading[] = [];
  let heard = 0;
  let tookMs: number | null = null;
  return {
    async listen(sound, forSpeech) {
      const samples = sound.take();
      if (samples.length === 0) return null;
      heard += samples.length;
      const level = decibels(samples);
      const told = forSpeech ? await eyes.listen(samples) : null;
      if (told) tookMs = (tookMs ?? 0) + told.tookMs;
      readings.push({ level, speech: told?.speech ?? null });
      if (heard < SPEECH_RATE) return null;
      const second = { seen: soundSigns(readings), tookMs };
      readings = [];
      heard = 0;
      tookMs = null;
      return second;
    },
  };
}
