import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { digestOf } from '../../build/bundle/digest.ts';
import { ensureModels } from '../../build/models/main.ts';
import { projectPath } from '../../build/project.ts';
import { say } from '../../build/terminal.ts';
import { openFilmStudio } from './film-studio.ts';

/** Paths of the films, for `--use-file-for-fake-video-capture`. */
export interface Films {
  candidate: Record<'LD20260001' | 'LD20260002' | 'LD20260003', string>;
  /** A person whose face is registered nowhere. */
  impostor: string;
  /** For the phone. */
  rearView: string;
}

const PICTURES = '.cache/pictures';
const FILMS = '.cache/films';
const HEADS = ['LD20260001', 'LD20260002', 'LD20260003', 'impostor'];

/** Makes the films that are not there yet; a film is made again when its pictures or its makers change. */
export async function ensureFilms(chromiumPath: string): Promise<Films> {
  await ensureModels();
  const digest = await digestOf(projectPath(), [PICTURES, 'test/films', 'assets/models']);
  const film = (name: string): string => projectPath(FILMS, `${name}-${digest.slice(0, 16)}.mjpeg`);
  const missing = [...HEADS, 'rear-view'].filter((name) => !existsSync(film(name)));
  if (missing.length > 0) {
    say('正在制作摄像头影片，约一分钟……', 'Making the films for the cameras, about a minute…');
    await mkdir(projectPath(FILMS), { recursive: true });
    const studio = await openFilmStudio(chromiumPath, projectPath(PICTURES));
    try {
      for (const name of missing) {
        if (name === 'rear-view') await studio.rearView('rear-view.jpg', film(name));
        else await studio.turningHead(`camera-${name}.jpg`, film(name));
      }
    } finally {
      await studio.close();
    }
  }
  return {
    candidate: { LD20260001: film('LD20260001'), LD20260002: film('LD20260002'), LD20260003: film('LD20260003') },
    impostor: film('impostor'),
    rearView: film('rear-view'),
  };
}
