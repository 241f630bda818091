import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { ensureModels } from '../../../build/models/main.ts';
import { type Figure, observed } from '../../rehearsal/figures.ts';
import { withFacePage } from '../face-page.ts';
import { quantile } from '../quantile.ts';
import { share } from '../share.ts';
import { type Clip, readClips } from './clip-list.ts';
import type { Noted } from './detect-page.ts';
import { filmClips } from './film-clips.ts';
import { falseAlarms, marksOf, type WatchedClip } from './marks.ts';
import { atRealSpeed } from './real-speed.ts';

/** Frames a second of a Y4M are in its header: `YUV4MPEG2 W640 H480 F15:1 …`. */
async function y4mSeconds(path: string): Promise<number> {
  const file = await readFile(path);
  const header = file.subarray(0, file.indexOf('\n')).toString('latin1');
  const [, over = '30', under = '1'] = /\bF(\d+):(\d+)/.exec(header) ?? [];
  const [width, height] = ['W', 'H'].map((name) => Number(new RegExp(`\\b${name}(\\d+)`).exec(header)?.[1]));
  const frame = 'FRAME\n'.length + ((width ?? 0) * (height ?? 0) * 3) / 2;
  return (Math.floor((file.length - header.length - 1) / frame) * Number(under)) / Number(over);
}

async function watchClip(clip: Clip, scratch: string): Promise<WatchedClip> {
  const isY4m = extname(clip.clip).toLowerCase() === '.y4m';
  const film = isY4m ? clip.clip : join(scratch, 'film.mjpeg');
  const seconds = isY4m ? await y4mSeconds(clip.clip) : await atRealSpeed(clip.clip, clip.fps, film);
  if (clip.confirmed) await copyFile(clip.confirmed, join(scratch, 'confirmed'));
  const args = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    `--use-file-for-fake-video-capture=${film}`,
    ...(clip.sound ? [`--use-file-for-fake-audio-capture=${clip.sound}`] : []),
  ];
  return withFacePage({ script: 'test/bench/detect/detect-page.ts', pictures: scratch, args }, async (page) => {
    const noted: Noted[] = await page.evaluate((asked) => window.watchClip(asked), {
      ...{ seconds, camera: clip.camera },
      ...{ confirmed: clip.confirmed ? 'confirmed' : null, sound: clip.sound !== undefined },
    });
    const told = noted.map(({ kind, since, at }) => `${kind} ${since.toFixed(1)}-${at.toFixed(1)} s`);
    console.log(`${basename(clip.clip)} (${seconds.toFixed(0)} s): ${told.join(', ') || 'nothing noted'}`);
    return { seconds, intervals: clip.intervals, noted };
  });
}

/** What the exam window's watch notes of labelled clips, played to its own camera in real time, under the usual rules. */
export async function benchDetect(list: string): Promise<Figure[]> {
  await ensureModels();
  const clips = readClips(await readFile(list, 'utf8'), resolve(list));
  const scratch = await mkdtemp(join(tmpdir(), 'yunkao-detect-'));
  try {
    const watched: WatchedClip[] = [];
    for (const clip of clips) watched.push(await watchClip(clip, scratch));
    const { hours, alarms } = falseAlarms(watched);
    return [
      ...marksOf(watched).flatMap(({ kind, intervals, found, noted, right, delays }) => [
        observed(`${kind}: precision`, share(right, noted), `of ${noted} noted`),
        observed(`${kind}: recall`, share(found, intervals), `of ${intervals} intervals`),
        observed(`${kind}: delay, median`, delays.length === 0 ? null : quantile(delays, 0.5), 's'),
      ]),
      observed('false alarms on quiet clips', share(alarms, hours), `an hour, ${(hours * 60).toFixed(1)} min watched`),
    ];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The same of clips filmed from stills, the project's and those of a folder. */
export async function benchOwnClips(pictures: string): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-clips-'));
  try {
    return await benchDetect(await filmClips(resolve(pictures), folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
