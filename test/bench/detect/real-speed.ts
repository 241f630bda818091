import { readFile, writeFile } from 'node:fs/promises';

/** Chromium plays every MJPEG at this rate, whatever it was made with. */
const PLAYED_FPS = 30;

/** The JPEGs of a file, one after another: each begins with the marker SOI followed by another marker. */
function frameStarts(file: Buffer): number[] {
  const starts: number[] = [];
  for (let at = file.indexOf('ffd8ff', 0, 'hex'); at !== -1; at = file.indexOf('ffd8ff', at + 3, 'hex'))
    starts.push(at);
  return starts;
}

/** Writes the MJPEG so that Chromium plays it at the speed it was made for: each frame as often as that takes. Returns its seconds. */
export async function atRealSpeed(source: string, fps: number, out: string): Promise<number> {
  const file = await readFile(source);
  const starts = frameStarts(file);
  if (starts.length === 0) throw new Error(`${source} holds no JPEG`);
  const times = Math.max(1, Math.round(PLAYED_FPS / fps));
  const frames = starts.map((start, index) => file.subarray(start, starts[index + 1]));
  await writeFile(out, Buffer.concat(frames.flatMap((frame) => Array<Buffer>(times).fill(frame))));
  return (starts.length * times) / PLAYED_FPS;
}
