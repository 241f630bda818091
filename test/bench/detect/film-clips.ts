import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../../build/project.ts';
import { SCRIPTS, type Scene, type Script } from './scenes.ts';

const run = promisify(execFile);

const [WIDTH, HEIGHT, FPS] = [640, 480, 15];
/** A little is left around the frame, so that the drift uncovers no edge. */
const [WIDE, HIGH] = [704, 528];
const PLAIN: Readonly<Record<string, string>> = { black: 'black', empty: '0x8a8478' };

/** Pictures by their names, of a folder with what lies in it. */
async function picturesIn(folder: string): Promise<[string, string][]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((name) => extname(name) === '.jpg')
    .map((name): [string, string] => [basename(name, '.jpg'), join(folder, name)]);
}

/** One scene as ffmpeg is told of it: what is shown, a slow drift and a sensor's noise, so that no frame repeats. */
function orders(
  { show, beside, patch, light, frozen }: Scene,
  pictures: ReadonlyMap<string, string>,
  seed: number,
): string[] {
  const still = (name: string): string[] => {
    const plain = PLAIN[name];
    if (plain) return ['-f', 'lavfi', '-i', `color=${plain}:s=${WIDE}x${HIGH}:r=${FPS}`];
    const file = pictures.get(name);
    if (!file) throw new Error(`no picture ${name}.jpg`);
    return ['-loop', '1', '-framerate', String(FPS), '-i', file];
  };
  const steps = [`scale=${WIDE}:${HIGH}:force_original_aspect_ratio=increase`, `crop=${WIDE}:${HIGH}`];
  if (patch) {
    const { colour, x, y, width, height } = patch;
    steps.push(`drawbox=x=${x * WIDE}:y=${y * HIGH}:w=${width * WIDE}:h=${height * HIGH}:color=${colour}:t=fill`);
  }
  if (light !== undefined) steps.push(`colorchannelmixer=rr=${light}:gg=${light}:bb=${light}`);
  const camera = frozen
    ? [`crop=${WIDTH}:${HEIGHT}`]
    : [`crop=${WIDTH}:${HEIGHT}:32+24*sin(n/30):24+16*sin(n/41)`, `noise=alls=4:allf=t:all_seed=${seed}`];
  const end = [...camera, 'format=yuvj420p'].join(',');
  if (!beside) return [...still(show), '-filter_complex', `[0]${steps.join(',')},${end}`];
  const [x, y, width, height] = beside.part;
  const laid = `[1]crop=iw*${width}:ih*${height}:iw*${x}:ih*${y},scale=-2:${Math.round(beside.height * HIGH)}[laid]`;
  const over = `[under][laid]overlay=${Math.round(beside.x * WIDE)}:${Math.round(beside.y * HIGH)}`;
  return [
    ...still(show),
    ...still(beside.picture),
    '-filter_complex',
    `[0]${steps.join(',')}[under];${laid};${over},${end}`,
  ];
}

async function film(script: Script, pictures: ReadonlyMap<string, string>, out: string): Promise<void> {
  const parts: Buffer[] = [];
  for (const [index, scene] of script.scenes.entries()) {
    const seconds = scene.film ?? scene.seconds;
    const part = `${out}.part`;
    const form = ['-t', String(seconds), '-r', String(FPS), '-q:v', '4', '-f', 'mjpeg', part];
    await run('ffmpeg', ['-nostdin', '-loglevel', 'error', '-y', ...orders(scene, pictures, index + 7), ...form]);
    const taken = await readFile(part);
    await rm(part);
    parts.push(...Array<Buffer>(scene.seconds / seconds).fill(taken));
  }
  await writeFile(out, parts);
}

/**
 * Films the scripts into `folder` and writes their list. `more`: a folder of the pictures that the project has not: a person's by a letter
 * and a number, `two-people`, `many-people`, `phone1`, `phone2`, `book1`. Needs ffmpeg. Returns the list's path.
 */
export async function filmClips(more: string, folder: string): Promise<string> {
  const pictures = new Map([...(await picturesIn(projectPath('.cache/pictures'))), ...(await picturesIn(more))]);
  const clips: object[] = [];
  for (const script of SCRIPTS) {
    const name = `${script.camera} ${script.name}.mjpeg`.replaceAll(/[ ,]+/g, '-');
    await film(script, pictures, join(folder, name));
    let at = 0;
    const intervals = script.scenes.flatMap(({ kinds = [], seconds }) => {
      const from = at;
      at += seconds;
      return kinds.map((kind) => ({ kind, from, to: at }));
    });
    clips.push({ clip: name, camera: script.camera, fps: FPS, intervals });
  }
  const list = join(folder, 'clips.json');
  await writeFile(list, JSON.stringify(clips, null, 2));
  return list;
}
