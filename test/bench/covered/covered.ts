import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureModels } from '../../../build/models/main.ts';
import { packageFiles } from '../../../build/models/npm-package.ts';
import { FACE_API } from '../../../build/models/sample-photos.ts';
import { ensureExamEngine } from '../../../build/runtimes/chromium-108.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { openFaceSite } from '../../films/face-site.ts';
import type { Figure } from '../../rehearsal/figures.ts';
import type { FoundFace } from '../faces-in-photographs.ts';
import type { SeenCover } from './covered-page.ts';
import { COVERINGS, LIGHTS } from './variants.ts';

/** Photographs of groups of people of several colours of skin, in lamps of several colours. */
const SAMPLES = [1, 2, 3, 4, 5, 6].map((number) => `sample${number}.jpg`);

interface Shown {
  light: string;
  covering: string;
  seen: SeenCover;
}

async function layOut(folder: string, more: string | null): Promise<string[]> {
  const files = await packageFiles(
    FACE_API,
    SAMPLES.map((name) => `demo/${name}`),
  );
  for (const [index, name] of SAMPLES.entries()) await writeFile(join(folder, name), files[index] ?? '');
  const others = more ? (await readdir(more)).filter((name) => /\.jpe?g$/i.test(name)) : [];
  for (const name of others) await copyFile(join(more ?? '', name), join(folder, name));
  return [...SAMPLES, ...others];
}

async function showAll(folder: string, pictures: readonly string[]): Promise<Shown[]> {
  const site = await openFaceSite('test/bench/covered/covered-page.ts', folder);
  const browser = await chromium.launch({ executablePath: await ensureExamEngine(), args: [...BROWSER_ARGUMENTS] });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(site.origin);
    const shown: Shown[] = [];
    for (const picture of pictures) {
      const faces: FoundFace[] = await page.evaluate((name) => window.findFaces(name), picture);
      for (const face of faces)
        for (const light of Object.keys(LIGHTS))
          for (const covering of Object.keys(COVERINGS)) {
            const seen = await page.evaluate((asked) => window.showFace(...asked), [face, light, covering] as const);
            shown.push({ light, covering, seen });
          }
      console.log(`${picture}: ${faces.length} faces`);
    }
    return shown;
  } finally {
    await browser.close();
    site.close();
  }
}

const share = (part: number, of: number): number | null => (of === 0 ? null : Math.round((part / of) * 1_000) / 1_000);
const isSaid = ({ seen }: Shown): boolean => seen !== null && seen !== 'unknown';

function observed(figure: string, value: number | null, unit: string): Figure {
  return { figure, value: value ?? '-', unit, reference: null, ratio: null, goal: 'observed', holds: true };
}

const told = (figure: string, shown: readonly Shown[]): Figure =>
  observed(figure, share(shown.filter(isSaid).length, shown.length), `said to be covered, of ${shown.length}`);

/**
 * How surely a single look tells a covered face: masks, dark glasses, hats and what is none of them, drawn over the faces of photographs.
 * `more`: a folder of other photographs.
 */
export async function benchCovered(more: string | null): Promise<Figure[]> {
  await ensureModels();
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-covered-'));
  try {
    const shown = await showAll(folder, await layOut(folder, more && resolve(more)));
    const known = shown.filter(({ seen }) => seen !== 'unknown');
    const hides = ({ covering }: Shown): boolean => COVERINGS[covering]?.part !== null && covering !== 'own hand';
    const said = known.filter(isSaid);
    return [
      observed('pictures in which nothing can be told', share(shown.length - known.length, shown.length), 'share'),
      observed('precision', share(said.filter(hides).length, said.length), `of ${said.length} said to be covered`),
      told('recall', known.filter(hides)),
      ...Object.keys(LIGHTS).flatMap((light) => [
        told(
          `covered, ${light}`,
          known.filter((each) => hides(each) && each.light === light),
        ),
        told(
          `not covered, ${light}`,
          known.filter((each) => !hides(each) && each.light === light),
        ),
      ]),
      ...Object.keys(COVERINGS).map((covering) =>
        told(
          covering,
          known.filter((each) => each.covering === covering),
        ),
      ),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
