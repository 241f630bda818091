import { describe, expect, it } from 'vitest';
import { textContent } from './content.ts';
import { type Item, itemsOf, type Paper } from './paper.ts';
import { seededRandom, shuffled } from './seeded-random.ts';
import { shuffledPaper } from './shuffled-paper.ts';

const stem = textContent('?');
const options = ['A', 'B', 'C', 'D', 'E'].map((id) => ({ id, text: id }));
const choice = (id: string, different: Partial<Item> = {}): Item =>
  ({ id, kind: 'single_choice', points: 1, stem, options, fixedOrder: false, ...different }) as Item;
const cases = ['c1', 'c1', 'c1', 'c2', 'c2', 'c3'].map((stimulusId, at) => choice(`case-${at}`, { stimulusId }));
const section = (id: string, itemType: Paper['sections'][number]['itemType'], items: Item[]) => ({
  ...{ id, title: id, instructions: '', component: 'theory' as const },
  ...{ itemType, items },
});
const paper: Paper = {
  ...{ id: 'p', sessionId: 's', title: 'p', multipleChoiceRule: 'exact', stimuli: [], pictures: [] },
  shuffle: { items: true, options: true },
  sections: [
    section(
      'single',
      'single_choice',
      Array.from({ length: 20 }, (_, at) => choice(`i${at}`)),
    ),
    section('fixed', 'single_choice', [choice('all-of-the-above', { fixedOrder: true } as Partial<Item>)]),
    section('cases', 'case_choice', cases),
    section(
      'written',
      'short_answer',
      ['w1', 'w2', 'w3'].map((id) => ({ id, kind: 'text', points: 1, stem, maxLength: 9 })),
    ),
  ],
};
const ids = (given: Paper) => itemsOf(given).map(({ id }) => id);
const seeds = Array.from({ length: 50 }, (_, at) => `seed-${at}`);

describe('the order of a candidate', () => {
  it('is the same for the same seed, now and years later', () => {
    expect(shuffledPaper(paper, 'a1b2c3d4')).toEqual(shuffledPaper(paper, 'a1b2c3d4'));
    // Recorded: an appeal must find again what the candidate saw.
    expect(ids(shuffledPaper(paper, 'a1b2c3d4')).slice(0, 6)).toEqual(['i6', 'i7', 'i13', 'i10', 'i14', 'i16']);
  });

  it('differs between seeds, and holds every item and option once', () => {
    const orders = new Set(seeds.map((seed) => ids(shuffledPaper(paper, seed)).join()));
    expect(orders.size).toBe(seeds.length);
    for (const seed of seeds) {
      const given = shuffledPaper(paper, seed);
      expect([...ids(given)].sort()).toEqual([...ids(paper)].sort());
      for (const item of itemsOf(given)) {
        if ('options' in item) expect(item.options.map(({ id }) => id).sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
      }
    }
  });

  it('keeps what belongs together: sections, the items of a case, written work, fixed options', () => {
    for (const seed of seeds) {
      const { sections } = shuffledPaper(paper, seed);
      expect(sections.map(({ id }) => id)).toEqual(['single', 'fixed', 'cases', 'written']);
      expect(sections[3]).toEqual(paper.sections[3]);
      expect(sections[1]).toEqual(paper.sections[1]);
      const order = sections[2]?.items.map(({ id }) => id).join() ?? '';
      expect(order).toContain('case-0,case-1,case-2');
      expect(order).toContain('case-3,case-4');
    }
  });

  it('gives every option every place about equally often', () => {
    const first = new Map<string, number>();
    for (const seed of Array.from({ length: 500 }, (_, at) => `s${at}`)) {
      const [item] = shuffledPaper(paper, seed).sections[0]?.items ?? [];
      const id = item && 'options' in item ? (item.options[0]?.id ?? '') : '';
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    for (const id of ['A', 'B', 'C', 'D', 'E']) expect(first.get(id)).toBeGreaterThan(60);
  });

  it('is the paper’s own where the paper says so', () => {
    expect(shuffledPaper({ ...paper, shuffle: { items: false, options: false } }, 'x').sections).toEqual(
      paper.sections,
    );
  });
});

describe('the seeded sequence', () => {
  it('lies in [0, 1) and differs with the seed', () => {
    const [one, other] = [seededRandom('a'), seededRandom('b')];
    const drawn = Array.from({ length: 1_000 }, () => [one(), other()]);
    expect(drawn.flat().every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn.filter(([left, right]) => left === right)).toHaveLength(0);
  });

  it('leaves the list it orders as it was', () => {
    const list = [1, 2, 3, 4];
    shuffled(list, seededRandom('x'));
    expect(list).toEqual([1, 2, 3, 4]);
  });
});
