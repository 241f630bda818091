import { readFile } from 'node:fs/promises';
import { ensureModels } from '../../../build/models/main.ts';
import { projectPath } from '../../../build/project.ts';
import { soundSigns } from '../../../renderer/analyzers/signs/sound.ts';
import { createSpeechEar } from '../../../renderer/analyzers/speech/speech-ear.ts';
import { createSpeechNet, SPEECH_RATE } from '../../../renderer/analyzers/speech/speech-net.ts';
import { decibels } from '../../../renderer/exam/capture/sound-level.ts';
import type { Figure } from '../../rehearsal/figures.ts';
import { NO_SPEECH, room } from './made-sounds.ts';
import { ALOUD, spoken, WHISPERED } from './spoken.ts';

const SECONDS = 24;
/** Levels, dBFS: of somebody who speaks at a desk, and of a room in which nobody does. */
const [VOICE, QUIET] = [-32, -62];
/** How far the noise lies below the voice, dB. */
const BELOW = [30, 20, 10, 5, 0];
const LOUD = [-50, -40, -30];
/** A second in which less is said than this is not counted as spoken in. */
const SAID = -40;

const at = (sound: Float32Array, level: number): Float32Array => {
  const factor = 10 ** ((level - decibels(sound)) / 20);
  return sound.map((sample) => sample * factor);
};
const plus = (one: Float32Array, other: Float32Array): Float32Array =>
  one.map((sample, index) => sample + (other[index] ?? 0));
const partOf = (sound: Float32Array, second: number): Float32Array =>
  sound.slice(second * SPEECH_RATE, (second + 1) * SPEECH_RATE);

/** A voice again and again, with a second between. */
function talk(voice: Float32Array): Float32Array {
  const sound = new Float32Array(SECONDS * SPEECH_RATE);
  for (let from = 0; from < sound.length; from += voice.length + SPEECH_RATE)
    sound.set(voice.subarray(0, sound.length - from), from);
  return at(sound, VOICE);
}

/** Which of its seconds are taken for speech, and the milliseconds of a processor that it took. */
function heard(sound: Float32Array, numbers: Float32Array): { seconds: boolean[]; ms: number } {
  const ear = createSpeechEar(createSpeechNet(numbers));
  const before = process.cpuUsage();
  const seconds = Array.from({ length: Math.floor(sound.length / SPEECH_RATE) }, (_, second) => {
    const part = partOf(sound, second);
    return soundSigns([{ level: decibels(part), speech: ear.listen(part) }]).speech !== null;
  });
  const { user, system } = process.cpuUsage(before);
  return { seconds, ms: (user + system) / 1_000 };
}

function observed(figure: string, value: number, unit: string): Figure {
  return { figure, value: Number(value.toFixed(3)), unit, reference: null, ratio: null, goal: 'observed', holds: true };
}

/** How surely a second of sound is told to be speech: voices of espeak-ng over noise, and sounds that are none. */
export async function benchSpeech(): Promise<Figure[]> {
  await ensureModels();
  const file = await readFile(projectPath('assets/models/speech.bin'));
  const numbers = new Float32Array(Uint8Array.from(file).buffer);
  const figures: Figure[] = [];
  let [ms, seconds] = [0, 0];
  const listen = (sound: Float32Array): boolean[] => {
    const told = heard(sound, numbers);
    ms += told.ms;
    seconds += told.seconds.length;
    return told.seconds;
  };
  for (const [how, speakers] of [
    ['aloud', ALOUD],
    ['whispered', WHISPERED],
  ] as const) {
    const talks = (await Promise.all(speakers.map(spoken))).map(talk);
    for (const below of BELOW) {
      const told = talks.flatMap((voice) => {
        const found = listen(plus(voice, at(room(voice.length), VOICE - below)));
        return found.filter((_, second) => decibels(partOf(voice, second)) > SAID);
      });
      const share = told.filter(Boolean).length / told.length;
      figures.push(observed(`spoken ${how}, ${below} dB above the room: recall`, share, `of ${told.length} s`));
    }
  }
  for (const [name, make] of Object.entries(NO_SPEECH)) {
    const told = LOUD.flatMap((level) => {
      const sound = at(make(40 * SPEECH_RATE), level);
      return listen(plus(sound, at(room(sound.length), QUIET)));
    });
    figures.push(
      observed(`${name}: taken for speech`, told.filter(Boolean).length / told.length, `of ${told.length} s`),
    );
  }
  return [...figures, observed('what listening takes', ms / seconds / 1_000, 'cores')];
}
