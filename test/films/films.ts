import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { digestOf } from '../../build/bundle/digest.ts';
import { ensureModels } from '../../build/models/main.ts';
import { projectPath } from '../../build/project.ts';
import { say } from '../../build/terminal.ts';
import { openFilmStudio } from './film-studio.ts';

/**
 * The people of the sample who have a face, one whose face is registered nowhere, the second of them who cheats after a
 * while, and what a phone sees.
 */
export type FilmName = 'LD20260001' | 'LD20260002' | 'LD20260003' | 'impostor' | 'cheating' | 'rear-view';

const PICTURES = '.cache/pictures';
const FILMS = '.cache/films';
const CHEATING = { candidate: 'camera-LD20260002.jpg', helper: 'camera-impostor.jpg', room: 'nobody.jpg' };

/**
 * Paths of the films, for `--use-file-for-fake-video-capture`. Makes those that are not there yet, each in about a quarter
 * of a minute; a film is made again when its pictures or its makers change.
 */
export async function ensureFilms<Name extends FilmName>(
  chromiumPath: string,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  await ensureModels();
  const digest = await digestOf(projectPath(), [PICTURES, 'test/films', 'assets/models']);
  const film = (name: string): string => projectPath(FILMS, `${name}-${digest.slice(0, 16)}.mjpeg`);
  const missing = names.filter((name) => !existsSync(film(name)));
  if (missing.length > 0) {
    say('正在制作摄像头影片……', 'Making the films for the cameras…');
    await mkdir(projectPath(FILMS), { recursive: true });
    const studio = await openFilmStudio(chromiumPath, projectPath(PICTURES));
    try {
      for (const name of missing) {
        if (name === 'rear-view') await studio.rearView('rear-view.jpg', film(name));
        else if (name === 'cheating') await studio.cheating(CHEATING, film(name));
        else await studio.actingHead(`camera-${name}.jpg`, film(name));
      }
    } finally {
      await studio.close();
    }
  }
  return Object.fromEntries(names.map((name) => [name, film(name)])) as Record<Name, string>;
}
