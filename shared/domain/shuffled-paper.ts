import type { Item, ItemType, Paper } from './paper.ts';
import { seededRandom, shuffled } from './seeded-random.ts';

/** Sections whose items may change places. Written work keeps the order its author gave it. */
const SHUFFLED: ReadonlySet<ItemType> = new Set(['single_choice', 'multiple_choice', 'true_false', 'case_choice']);

/** Neighbours about the same stimulus, as one group; an item without one is a group of its own. */
function groups(items: readonly Item[]): Item[][] {
  const made: Item[][] = [];
  for (const item of items) {
    const last = made.at(-1);
    if (item.stimulusId && last?.[0]?.stimulusId === item.stimulusId) last.push(item);
    else made.push([item]);
  }
  return made;
}

const withShuffledOptions = (item: Item, random: () => number): Item =>
  'options' in item && !item.fixedOrder ? { ...item, options: shuffled(item.options, random) } : item;

/**
 * The paper as the candidate with this seed sees it: objective items in another order within their section (those of
 * one case stay together, in their order), and their options in another order. Ids do not change, so that answers, keys
 * and scores know nothing of it. Each section and each item draws from a sequence of its own: a change in one question
 * leaves the others where they were.
 *
 * @param seed the attempt's recorded seed
 */
export function shuffledPaper(paper: Paper, seed: string): Paper {
  const sections = paper.sections.map((section) => {
    if (!SHUFFLED.has(section.itemType)) return section;
    const random = seededRandom(`${seed}/${section.id}`);
    const ordered = paper.shuffle.items ? shuffled(groups(section.items), random).flat() : section.items;
    const items = paper.shuffle.options
      ? ordered.map((item) => withShuffledOptions(item, seededRandom(`${seed}/${item.id}`)))
      : ordered;
    return { ...section, items };
  });
  return { ...paper, sections };
}
