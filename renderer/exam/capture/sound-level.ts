/** Digital silence, dBFS. */
export const SILENCE_DB = -100;

export interface SoundLevel {
  /** Root mean square of the last 43 ms, dBFS: 0 is full scale, -100 silence. */
  read(): number;
  close(): void;
}

/** RMS of samples in -1..1 as dBFS, never below -100. */
export function decibels(samples: Float32Array): number {
  const squares = samples.reduce((sum, sample) => sum + sample * sample, 0);
  const rms = Math.sqrt(squares / Math.max(1, samples.length));
  return rms === 0 ? SILENCE_DB : Math.max(SILENCE_DB, 20 * Math.log10(rms));
}

/** Listens to a stream's microphone without playing it. */
export function openSoundLevel(stream: MediaStream): SoundLevel {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read() {
      analyser.getFloatTimeDomainData(samples);
      return decibels(samples);
    },
    close() {
      source.disconnect();
      void context.close();
    },
  };
}
