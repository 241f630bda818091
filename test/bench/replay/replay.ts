import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureModels } from '../../../build/models/main.ts';
import { LIVENESS_ACTIONS, type LivenessAction, SAME_PERSON_SIMILARITY } from '../../../shared/domain/identity.ts';
import { atLeast, exactly, type Figure } from '../../rehearsal/figures.ts';
import { withFacePage } from '../face-page.ts';
import { pairsIn } from '../verify/pair-list.ts';
import { PHOTO_MOTIONS } from './photo-motion.ts';
import type { Outcome, Shown } from './replay-page.ts';

/** Of each kind so many are tried. */
const TRIES = 20;

/** Every order of two of these. */
const orders = (of: readonly LivenessAction[]): LivenessAction[][] =>
  of.flatMap((first) => of.filter((second) => second !== first).map((second) => [first, second]));
/** A picture can be turned and tilted, and never shuts its eyes: an impostor is asked for what a picture does best. */
const OF_A_PICTURE = orders(['turn_left', 'turn_right', 'nod']);
const OF_A_PERSON = orders(LIVENESS_ACTIONS);

type Try = Omit<Shown, 'actions'>;

interface Attack {
  name: string;
  tries: readonly Try[];
  /** Whether whoever is shown is to be let in. */
  genuine?: true;
}

const isVerified = ({ alive, similarity }: Outcome): boolean =>
  alive && similarity !== null && similarity >= SAME_PERSON_SIMILARITY;

/** Tries until enough could be shown: a picture without a single face shows nobody. */
async function play(page: Page, { name, tries, genuine }: Attack): Promise<{ verified: number; shown: number }> {
  const asked = genuine ? OF_A_PERSON : OF_A_PICTURE;
  const told: string[] = [];
  let [verified, shown] = [0, 0];
  for (const one of tries) {
    if (shown === TRIES) break;
    const actions = asked[shown % asked.length] ?? [];
    const outcome = await page.evaluate((given) => window.present(given), { ...one, actions });
    if (!outcome) continue;
    shown += 1;
    if (isVerified(outcome)) verified += 1;
    const { alive, similarity, done } = outcome;
    const what = alive ? `alive, ${similarity?.toFixed(2)}` : `not alive, ${done} of ${actions.length}`;
    told.push(`${one.shown} ${one.as}, ${actions.join(' and ')}: ${what}`);
  }
  console.log(`${name}\n  ${told.join('\n  ')}`);
  return { verified, shown };
}

/** What an impostor holds before the camera, by the exam window's own pipeline, and people who are there beside it. */
export async function benchReplay(folder: string): Promise<Figure[]> {
  const base = resolve(folder);
  const pairs = await pairsIn(base);
  const names = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  const others = pairs.filter(({ same }) => !same);
  const motions = Object.keys(PHOTO_MOTIONS);
  const own = (as: (index: number) => string): Try[] =>
    names.map((name, index) => ({ registered: name, shown: name, as: as(index) }));
  const attacks: Attack[] = [
    { name: 'a still of the registered photo', tries: own(() => 'still') },
    { name: 'the same, moved', tries: own((index) => motions[index % motions.length] ?? '') },
    { name: 'a film of another person', tries: others.map(({ x, y }) => ({ registered: x, shown: y, as: 'head' })) },
    { name: 'the person, doing what is asked', tries: own(() => 'head'), genuine: true },
  ];
  await ensureModels();
  return withFacePage({ script: 'test/bench/replay/replay-page.ts', pictures: base }, async (page) => {
    const figures: Figure[] = [];
    for (const attack of attacks) {
      const { verified, shown } = await play(page, attack);
      figures.push(
        attack.genuine
          ? atLeast(`${attack.name}: let in`, verified, `of ${shown}`, shown)
          : exactly(`${attack.name}: refused`, shown - verified, `of ${shown}`, shown),
      );
    }
    return figures;
  });
}
