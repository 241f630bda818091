import type { Heard } from './scene/heard.ts';
import { madeKeys, SOUND_HERTZ } from './scene/made-keys.ts';
import { madeVoice } from './scene/made-voice.ts';

/** Hardly to be heard, so that silence is told from a microphone that is off. */
const HISS = 0.003;
const LOOP_SECONDS = 9;
/** A sound that begins or ends within so many seconds makes no click of its own. */
const FADE_SECONDS = 0.05;

/** What the microphone of one drawn candidate hears, as a track for its stream. Made while somebody listens. */
export interface RoomSound {
  readonly track: MediaStreamTrack;
  hear(heard: Heard): void;
  close(): void;
}

/** Opened by the press of a button (listening), without which a browser lets nothing be heard. */
export function openRoomSound(seed: string): RoomSound {
  const context = new AudioContext();
  const microphone = context.createMediaStreamDestination();
  function loop(samples: Float32Array<ArrayBuffer>, gain: number): AudioParam {
    const buffer = context.createBuffer(1, samples.length, SOUND_HERTZ);
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const level = new GainNode(context, { gain });
    source.connect(level).connect(microphone);
    source.start();
    return level.gain;
  }
  const count = LOOP_SECONDS * SOUND_HERTZ;
  loop(
    Float32Array.from({ length: count }, () => HISS * (2 * Math.random() - 1)),
    1,
  );
  const keys = loop(madeKeys(seed), 0);
  const voice = loop(madeVoice(count), 0);
  const turn = (level: AudioParam, on: boolean): void => {
    level.setTargetAtTime(on ? 1 : 0, context.currentTime, FADE_SECONDS);
  };
  const [track] = microphone.stream.getAudioTracks();
  if (!track) throw new Error('a destination of sound without a track');
  return {
    track,
    hear: (heard) => {
      turn(keys, heard.keys);
      turn(voice, heard.voice);
    },
    close: () => {
      track.stop();
      void context.close();
    },
  };
}
