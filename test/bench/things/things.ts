import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureModels } from '../../../build/models/main.ts';
import { type Figure, observed } from '../../rehearsal/figures.ts';
import { LIGHTS } from '../covered/variants.ts';
import { withFacePage } from '../face-page.ts';
import { layOutPhotographs } from '../photographs.ts';
import { share } from '../share.ts';
import { DRAWN } from './drawn-things.ts';
import type { Found, Laid } from './things-page.ts';

const PLACES: readonly Omit<Laid, 'thing'>[] = [
  { x: 0.2, y: 0.7, height: 0.35, turned: -8 },
  { x: 0.8, y: 0.62, height: 0.5, turned: 10 },
  { x: 0.5, y: 0.8, height: 0.36, turned: 3 },
  { x: 0.78, y: 0.45, height: 0.25, turned: -15 },
];
/** Lights in which a thing that is pasted in looks as lit as the rest. */
const LIT = ['good light', 'dim', 'warm'];

interface Tried {
  /** Null: nothing was there. */
  thing: string | null;
  found: Found;
}

function tryAll(folder: string, pictures: readonly string[]): Promise<Tried[]> {
  const things = pictures.filter((name) => /^(phone|book)/.test(name));
  const people = pictures.filter((name) => !things.includes(name));
  return withFacePage({ script: 'test/bench/things/things-page.ts', pictures: folder }, async (page) => {
    const tried: Tried[] = [];
    let faces = 0;
    for (const picture of people) {
      const found = await page.evaluate((name) => window.findFaces(name), picture);
      for (const face of found) {
        const look = (light: string, laid: Laid | null): Promise<Found> =>
          page.evaluate((asked) => window.lookRound(...asked), [face, light, laid] as const);
        for (const light of Object.keys(LIGHTS)) tried.push({ thing: null, found: await look(light, null) });
        for (const [index, thing] of [...Object.keys(DRAWN), ...things].entries()) {
          // Each face has each thing in one place of the four.
          const place = PLACES[(faces + index) % PLACES.length] as Omit<Laid, 'thing'>;
          const light = LIT[(faces + index) % LIT.length] ?? '';
          tried.push({ thing, found: await look(light, { thing, ...place }) });
        }
        faces += 1;
      }
      console.log(`${picture}: ${found.length} faces`);
    }
    return tried;
  });
}

/**
 * How surely a round of looks finds a phone or a book beside or before somebody, and takes nothing for one. `more`: a folder of other
 * photographs, of people and, named `phone…` and `book…`, of things cut out close.
 */
export async function benchThings(more: string | null): Promise<Figure[]> {
  await ensureModels();
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-things-'));
  try {
    const tried = await tryAll(folder, await layOutPhotographs(folder, more && resolve(more)));
    const bare = tried.filter(({ thing }) => thing === null);
    const names = [...new Set(tried.flatMap(({ thing }) => thing ?? []))];
    const found = (of: readonly Tried[], where: 'whole' | 'any') => of.filter((each) => each.found[where]).length;
    return [
      observed('nothing there: something found', share(found(bare, 'any'), bare.length), `of ${bare.length} rounds`),
      observed('nothing there: surest', Math.max(0, ...bare.map((each) => each.found.surest)), 'of 1'),
      ...names.flatMap((name) => {
        const those = tried.filter(({ thing }) => thing === name);
        return [
          observed(`${name}: found`, share(found(those, 'any'), those.length), `of ${those.length} rounds`),
          observed(`${name}: found in the whole picture`, share(found(those, 'whole'), those.length), 'share'),
        ];
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
