import { createSpeechNet, PIECE, type SpeechNet } from './speech-net.ts';

export interface SpeechEar {
  /** How surely each of the pieces is speech that these samples complete, 0..1. They go on where the last ones ended. */
  listen(samples: Float32Array): number[];
}

export function createSpeechEar(net: SpeechNet): SpeechEar {
  let waiting = new Float32Array(0);
  return {
    listen(samples) {
      const all = new Float32Array(waiting.length + samples.length);
      all.set(waiting);
      all.set(samples, waiting.length);
      const told: number[] = [];
      let at = 0;
      for (; at + PIECE <= all.length; at += PIECE) told.push(net.hear(all.subarray(at, at + PIECE)));
      waiting = all.slice(at);
      return told;
    },
  };
}

/** Starts with the numbers that lie beside the worker. */
export async function openSpeechEar(): Promise<SpeechEar> {
  const answer = await fetch(new URL('./models/speech.bin', self.location.href));
  if (!answer.ok) throw new Error(`the speech model: ${answer.status}`);
  return createSpeechEar(createSpeechNet(new Float32Array(await answer.arrayBuffer())));
}
