import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SPEECH_RATE } from '../../../renderer/analyzers/speech/speech-net.ts';

const run = promisify(execFile);

const TEXTS = {
  cmn: '第三题应该选哪一个。我觉得是乙。你再看一遍题目，劳动合同法第十九条怎么说的。好的，我知道了，下一题呢。不对，应该是三个月。',
  yue: '第三题应该揀边个。我觉得系乙。你再睇一次题目。好，我知道喇，下一题呢。',
  en: 'What is the answer to question three? I think it is B. Read it once more. No, it should be three months. All right, next one please.',
  de: 'Was ist die Antwort auf Frage drei? Ich glaube, es ist B. Lies es noch einmal. Nein, es sollten drei Monate sein.',
  ja: '三番の答えは何ですか。二番だと思います。もう一度読んでください。はい、わかりました。',
};

interface Speaker {
  language: keyof typeof TEXTS;
  /** Of espeak-ng. */
  variant: string;
  wordsAMinute: number;
}

const speaker = (language: Speaker['language'], variant: string, wordsAMinute = 150): Speaker => ({
  language,
  variant,
  wordsAMinute,
});

export const ALOUD = [
  ...[speaker('cmn', 'f3'), speaker('cmn', 'm3', 130), speaker('cmn', 'f5', 180), speaker('cmn', 'croak')],
  ...[speaker('yue', 'f2'), speaker('en', 'm1'), speaker('en', 'f4'), speaker('de', 'm7'), speaker('ja', 'f1')],
];
export const WHISPERED = [speaker('cmn', 'whisper'), speaker('en', 'whisper')];

/** Each sample the mean of the ones it stands for. */
function slowed(samples: Float32Array, rate: number): Float32Array {
  const step = rate / SPEECH_RATE;
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const part = samples.subarray(Math.floor(index * step), Math.floor((index + 1) * step));
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

/** What espeak-ng (a package of Debian) says in that voice, at 8 kHz. */
export async function spoken({ language, variant, wordsAMinute }: Speaker): Promise<Float32Array> {
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-spoken-'));
  try {
    const file = join(folder, 'spoken.wav');
    await run('espeak-ng', ['-v', `${language}+${variant}`, '-s', String(wordsAMinute), '-w', file, TEXTS[language]]);
    const wav = await readFile(file);
    const samples = Float32Array.from(
      { length: (wav.length - 44) >> 1 },
      (_, index) => wav.readInt16LE(44 + 2 * index) / 32_768,
    );
    return slowed(samples, wav.readUInt32LE(24));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
