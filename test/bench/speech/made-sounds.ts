/** Sounds of a room that nobody speaks in, made by computation: 8 kHz, -1..1, of no certain level. */

import { SPEECH_RATE } from '../../../renderer/analyzers/speech/speech-net.ts';
import { seededRandom } from '../../../shared/domain/seeded-random.ts';

type Sound = (count: number) => Float32Array;

const random = seededRandom('sounds');
/** Near enough to a normal distribution. */
const noise = (): number => random() + random() + random() - 1.5;
const wave = (hertz: number, index: number): number => Math.sin((2 * Math.PI * hertz * index) / SPEECH_RATE);
const seconds = (count: number): number => Math.floor(count * SPEECH_RATE);

/** Adds what `make` gives for each sample of a stretch to the sound. */
function strike(sound: Float32Array, from: number, length: number, make: (index: number) => number): void {
  const end = Math.min(sound.length, from + length);
  for (let at = Math.max(0, from); at < end; at += 1) sound[at] = (sound[at] ?? 0) + make(at - from);
}

/** Calls `make` at irregular moments, so many seconds apart. */
function nowAndThen(
  count: number,
  least: number,
  more: number,
  make: (sound: Float32Array, at: number) => void,
): Float32Array {
  const sound = new Float32Array(count);
  for (let at = seconds(least); at < count; at += seconds(least + more * random())) make(sound, at);
  return sound;
}

/** Noise with as much in each octave: a quiet room. */
export const room: Sound = (count) => {
  let [slow, middle, quick] = [0, 0, 0];
  return Float32Array.from({ length: count }, () => {
    const white = noise();
    slow = 0.99765 * slow + white * 0.099;
    middle = 0.963 * middle + white * 0.2965;
    quick = 0.57 * quick + white * 1.0527;
    return slow + middle + quick + white * 0.1848;
  });
};

const fan: Sound = (count) => {
  let low = 0;
  return Float32Array.from({ length: count }, (_, index) => {
    low = 0.9 * low + 0.3 * noise();
    return low + 0.25 * wave(97, index) + 0.15 * wave(194, index) + 0.05 * wave(291, index);
  });
};

/** Each key goes down and comes up. */
const keyboard: Sound = (count) =>
  nowAndThen(count, 0.08, 0.15, (sound, at) => {
    const pitch = 1_500 + 2_000 * random();
    for (const [after, loud] of [
      [0, 1],
      [0.06, 0.5],
    ] as const)
      strike(
        sound,
        at + seconds(after),
        seconds(0.02),
        (index) => loud * Math.exp(-index / seconds(0.003)) * (0.8 * noise() + 0.4 * wave(pitch, index)),
      );
  });

const beeps: Sound = (count) =>
  Float32Array.from({ length: count }, (_, index) => {
    const at = index / SPEECH_RATE / 1.2;
    return at % 1 < 0.5 ? wave([220, 330, 440, 165][Math.floor(at) % 4] ?? 220, index) : 0;
  });

const NOTES = [196, 220, 247, 262, 294, 330, 349, 392];
const music: Sound = (count) =>
  nowAndThen(count, 0.3, 0, (sound, at) => {
    const note = NOTES[Math.floor(random() * NOTES.length)] ?? 220;
    const chord = [note, 1.26 * note, 1.5 * note, note / 2].flatMap((pitch) =>
      [1, 2, 3, 4].map((harmonic) => [pitch * harmonic, 1 / harmonic ** 2] as const),
    );
    strike(sound, at, seconds(0.5), (index) => {
      const loud = Math.exp(-index / seconds(0.25)) * Math.min(1, index / 70);
      return loud * chord.reduce((sum, [pitch, share]) => sum + share * wave(pitch, index), 0);
    });
    strike(sound, at, seconds(0.05), (index) => 1.5 * noise() * Math.exp(-index / seconds(0.01)));
  });

/** Two bursts through a throat. */
const coughs: Sound = (count) =>
  nowAndThen(count, 2.5, 3, (sound, at) => {
    for (const after of [0, 0.35]) {
      let [last, before] = [0, 0];
      strike(sound, at + seconds(after), seconds(0.22), (index) => {
        const voiced = index > seconds(0.04) ? 1.2 * Math.sign(wave(180 - (300 * index) / SPEECH_RATE, index)) : 0;
        [last, before] = [0.3 * (noise() + voiced) + 1.2 * last - 0.7 * before, last];
        return Math.min(1, index / seconds(0.01)) * Math.exp(-index / seconds(0.07)) * last;
      });
    }
  });

const chair: Sound = (count) =>
  nowAndThen(count, 3, 3, (sound, at) => {
    const [pitch, length] = [250 + 500 * random(), seconds(0.4 + 0.5 * random())];
    let phase = 0;
    strike(sound, at, length, (index) => {
      phase += (2 * Math.PI * (pitch + 200 * wave(1.4, index) + 30 * noise())) / SPEECH_RATE;
      return Math.sin((Math.PI * index) / length) * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.4 * noise());
    });
  });

export const NO_SPEECH: Readonly<Record<string, Sound>> = { room, fan, keyboard, beeps, music, coughs, chair };
