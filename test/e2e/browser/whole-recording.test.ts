import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { type RecordedSegment, readSegment } from '../../../server/export/recorded-segment.ts';
import { wholeRecordings } from '../../../server/export/whole-recordings.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';

let to: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  to = await mkdtemp(join(tmpdir(), 'yunkao-recording-'));
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...BROWSER_ARGUMENTS, '--autoplay-policy=no-user-gesture-required'],
  });
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await rm(to, { recursive: true, force: true });
});

/** What the exam window asks for, in its order; a browser that knows no H264 shows the same with VP8. */
const WANTED = ['video/webm;codecs=h264,opus', 'video/webm;codecs=vp8,opus'];

interface Recorded {
  startedAt: number;
  durationMs: number;
  base64: string;
}

/** Three recorders as the exam window has them: each begins 0.3 s before the one before it ends. */
const record = () =>
  page.evaluate(async (wanted): Promise<{ mime: string; recorded: Recorded[] }> => {
    const mimeType = wanted.find((mime) => MediaRecorder.isTypeSupported(mime)) ?? '';
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const pen = canvas.getContext('2d');
    const drawing = setInterval(() => {
      if (pen) pen.fillStyle = `hsl(${performance.now() / 5} 60% 50%)`;
      pen?.fillRect(0, 0, 320, 240);
    }, 50);
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const heard = audio.createMediaStreamDestination();
    tone.connect(heard);
    tone.start();
    const stream = new MediaStream([...canvas.captureStream(20).getTracks(), ...heard.stream.getTracks()]);
    const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const recordings: Promise<Recorded>[] = [];
    let running: MediaRecorder | null = null;
    for (let each = 0; each < 4; each += 1) {
      const before = running;
      if (each < 3) {
        const recorder = new MediaRecorder(stream, { mimeType });
        const startedAt = Date.now();
        const parts: Blob[] = [];
        recorder.ondataavailable = ({ data }) => parts.push(data);
        recordings.push(
          new Promise((resolve) => {
            recorder.onstop = async () => {
              const durationMs = Date.now() - startedAt;
              const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
              resolve({
                startedAt,
                durationMs,
                base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
              });
            };
          }),
        );
        recorder.start();
        running = recorder;
        await pass(300);
      }
      before?.stop();
      if (each < 3) await pass(500);
    }
    const recorded = await Promise.all(recordings);
    clearInterval(drawing);
    await audio.close();
    return { mime: mimeType, recorded };
  }, WANTED);

/** What this browser makes of the file when it is played from beginning to end. */
const play = (bytes: Buffer) =>
  page.evaluate(async (base64) => {
    const video = document.createElement('video');
    const happens = (name: string) =>
      new Promise<void>((resolve, reject) => {
        video.addEventListener(name, () => resolve(), { once: true });
        video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true });
      });
    const loaded = happens('loadeddata');
    video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))]));
    await loaded;
    const { duration } = video;
    const sought = happens('seeked');
    video.currentTime = duration / 2;
    await sought;
    const middle = video.currentTime;
    const back = happens('seeked');
    video.currentTime = 0;
    await back;
    const before = video.getVideoPlaybackQuality().totalVideoFrames;
    const ended = happens('ended');
    await video.play();
    await ended;
    return { duration, middle, frames: video.getVideoPlaybackQuality().totalVideoFrames - before };
  }, bytes.toString('base64'));

/** The units of an H264 picture. WebM has marks between them, MP4 has their lengths before them; they themselves are the same. */
function unitsOf(data: Buffer): Buffer[] {
  const mark = Buffer.from([0, 0, 0, 1]);
  const units: Buffer[] = [];
  if (data.subarray(0, 4).equals(mark)) {
    for (let from = 0; from < data.length; ) {
      const next = data.indexOf(mark, from + 4);
      const until = next < 0 ? data.length : next;
      units.push(data.subarray(from + 4, until));
      from = until;
    }
    return units;
  }
  for (let from = 0; from < data.length; ) {
    const until = from + 4 + data.readUInt32BE(from);
    units.push(data.subarray(from + 4, until));
    from = until;
  }
  return units;
}

function dataOf(segment: RecordedSegment | null, kind: 'video' | 'sound'): string[] {
  const track = segment?.[kind];
  return (track?.packets ?? []).map((packet) => {
    const data = Buffer.from(packet.data);
    const hash = createHash('sha256');
    for (const part of track?.codec === 'avc' ? unitsOf(data) : [data]) hash.update(part);
    return hash.digest('hex');
  });
}

it('[EVI-3] what MediaRecorders made plays as one file, every picture of it as it was encoded', async () => {
  const { mime, recorded } = await record();
  const segments = recorded.map(({ base64, ...times }) => ({ ...times, bytes: Buffer.from(base64, 'base64') }));
  const rows = segments.map(({ startedAt, durationMs, bytes }, index) => ({
    ...{ id: String(index), attempt_id: 'a', camera: 'front' as const, path: '', mime, bytes: bytes.length },
    ...{ started_at: startedAt, duration_ms: durationMs, stored_at: startedAt },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const read = async ({ id }: { id: string }) => segments[Number(id)]?.bytes ?? 'missing';
  const { files, leftOut } = await wholeRecordings(rows, { to, folder: '.', title: mime, read });
  expect([files.length, leftOut]).toEqual([1, []]);
  const [file] = files;
  const bytes = await readFile(join(to, file?.path ?? ''));
  const whole = await readSegment(Buffer.from(bytes));
  const parts = await Promise.all(segments.map((segment) => readSegment(segment.bytes)));
  for (const kind of ['video', 'sound'] as const) {
    const [inFile, inParts] = [dataOf(whole, kind), parts.map((part) => dataOf(part, kind))];
    expect(inParts.flat()).toEqual(expect.arrayContaining(inFile));
    // Whole but for the 0.3 s that two segments share: the last one has them all.
    expect(inFile.slice(-(inParts.at(-1)?.length ?? 0))).toEqual(inParts.at(-1));
    expect(inFile.length).toBeLessThan(inParts.flat().length);
  }
  const played = await play(bytes);
  const [last] = segments.slice(-1);
  const expected = ((last?.startedAt ?? 0) + (last?.durationMs ?? 0) - (segments[0]?.startedAt ?? 0)) / 1_000;
  expect(Math.abs(played.duration - expected)).toBeLessThan(0.25);
  expect(Math.abs(played.middle - played.duration / 2)).toBeLessThan(0.1);
  const pictures = file?.parts.reduce((sum, { frames }) => sum + frames, 0) ?? 0;
  expect(pictures).toBe(whole?.video?.packets.length);
  expect(played.frames).toBeGreaterThan(pictures * 0.8);
});
