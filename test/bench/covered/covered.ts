import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureModels } from '../../../build/models/main.ts';
import { type Figure, observed } from '../../rehearsal/figures.ts';
import { withFacePage } from '../face-page.ts';
import type { FoundFace } from '../faces-in-photographs.ts';
import { layOutPhotographs } from '../photographs.ts';
import { share } from '../share.ts';
import type { SeenCover } from './covered-page.ts';
import { COVERINGS, LIGHTS } from './variants.ts';

interface Shown {
  light: string;
  covering: string;
  seen: SeenCover;
}

const showAll = (folder: string, pictures: readonly string[]): Promise<Shown[]> =>
  withFacePage({ script: 'test/bench/covered/covered-page.ts', pictures: folder }, async (page) => {
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
  });

const isSaid = ({ seen }: Shown): boolean => seen !== null && seen !== 'unknown';

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
    const shown = await showAll(folder, await layOutPhotographs(folder, more && resolve(more)));
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
