import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const RATE = 48_000;
const SECONDS = 2;
/** RMS, of full scale: -60 dB, a quiet room at a laptop's microphone. */
const LEVEL = 1e-3;

/** Writes what a microphone hears in a room where nobody speaks, as WAV (RIFF, PCM 16 bit, mono); resolves with its path. */
export async function quietRoom(folder: string): Promise<string> {
  const samples = Buffer.alloc(RATE * SECONDS * 2);
  // Evenly spread between both bounds, whose RMS is a bound / sqrt(3).
  const bound = LEVEL * Math.sqrt(3) * 32_767;
  for (let at = 0; at < samples.length; at += 2) samples.writeInt16LE(Math.round((Math.random() * 2 - 1) * bound), at);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  const path = join(folder, 'quiet-room.wav');
  await writeFile(path, Buffer.concat([head, samples]));
  return path;
}
