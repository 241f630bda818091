import { SPEECH_RATE } from '../../analyzers/speech/speech-net.ts';
import { JOINT, jointAt } from './sound-joint.ts';

/** What a microphone hears, at 8 kHz, piece by piece and without a seam. */
export interface SoundFeed {
  /** The samples since the last time, -1..1, of at most the last second; the caller may hand them on. */
  take(): Float32Array;
  close(): void;
}

/** The analyser keeps so many, a second's worth: a page that was busy for longer has lost some. */
const KEPT = 8_192;

/** Listens to a stream's microphone without playing it. */
export function openSoundFeed(stream: MediaStream): SoundFeed {
  // Chromium brings the microphone to this rate, off the page's thread.
  const context = new AudioContext({ sampleRate: SPEECH_RATE });
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = KEPT;
  source.connect(analyser);
  const newest = new Float32Array(KEPT);
  let takenAt = context.currentTime;
  let tail = new Float32Array(JOINT);
  return {
    take() {
      const now = context.currentTime;
      analyser.getFloatTimeDomainData(newest);
      const from = jointAt(newest, tail, KEPT - Math.round((now - takenAt) * SPEECH_RATE));
      takenAt = now;
      tail = newest.slice(KEPT - JOINT);
      return newest.slice(from);
    },
    close() {
      source.disconnect();
      void context.close();
    },
  };
}
