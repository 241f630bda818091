import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Item, PaperFile } from './paper.ts';
import { type PaperFaultKind, paperFaults } from './paper-faults.ts';

/** An in-basket and a theory paper of the sample: between them every part of the model. */
const read = (name: string): PaperFile =>
  JSON.parse(readFileSync(new URL(`../../assets/sample/papers/${name}.json`, import.meta.url), 'utf8'));
const kinds = (file: PaperFile) => paperFaults(file).map(({ kind, where }) => `${kind} ${where}`);

/** The sample paper, after something was done to it. */
function spoilt(name: string, spoil: (file: PaperFile, items: Item[]) => void): string[] {
  const file = read(name);
  spoil(
    file,
    file.paper.sections.flatMap(({ items }) => items),
  );
  return kinds(file);
}
const first = <Member>(members: readonly Member[]): Member => {
  const [member] = members;
  if (member === undefined) throw new Error('the sample paper has none');
  return member;
};

it('a good paper has none', () => {
  for (const name of ['hrm-1-review', 'hrm-4-theory', 'infant-5-skills']) expect(kinds(read(name))).toEqual([]);
});

describe('a fault is named with its place', () => {
  const cases: [PaperFaultKind, string, (file: PaperFile, items: Item[]) => string][] = [
    [
      'no_items',
      'hrm-4-theory',
      ({ paper, key }) => {
        paper.sections = [];
        for (const id of Object.keys(key)) delete key[id];
        paper.pictures = [];
        return paper.id;
      },
    ],
    [
      'duplicate_id',
      'hrm-4-theory',
      (_, [one, two]) => {
        if (one && two) two.id = one.id;
        return one?.id ?? '';
      },
    ],
    [
      'duplicate_id',
      'hrm-1-review',
      ({ paper }) => {
        const [one, two] = first(paper.stimuli).documents;
        if (one && two) two.id = one.id;
        return one?.id ?? '';
      },
    ],
    [
      'duplicate_id',
      'hrm-1-review',
      ({ key }, items) => {
        const keyed = key[first(items).id];
        const [one, two] = keyed?.kind === 'rubric' ? keyed.criteria : [];
        if (one && two) two.id = one.id;
        return one?.id ?? '';
      },
    ],
    [
      'form_not_of_type',
      'hrm-4-theory',
      ({ paper }) => {
        const section = first(paper.sections);
        section.itemType = 'true_false';
        return first(section.items).id;
      },
    ],
    [
      'stimulus_missing',
      'infant-5-skills',
      (_, items) => {
        const item = first(items);
        delete item.stimulusId;
        return item.id;
      },
    ],
    [
      'stimulus_unknown',
      'infant-5-skills',
      (_, items) => {
        const item = first(items);
        item.stimulusId = 'nothing';
        return item.id;
      },
    ],
    [
      'stimulus_unused',
      'infant-5-skills',
      ({ paper }) => {
        paper.stimuli.push({ ...first(paper.stimuli), id: 'spare', content: [] });
        return 'spare';
      },
    ],
    [
      'document_unknown',
      'hrm-1-review',
      (_, items) => {
        const item = first(items);
        if (item.kind === 'handling') item.documentId = 'nothing';
        return item.id;
      },
    ],
    [
      'picture_unknown',
      'hrm-4-theory',
      (_, items) => {
        const item = first(items);
        item.stem.push({ kind: 'picture', pictureId: 'nothing', alt: 'x' });
        return item.id;
      },
    ],
    [
      'picture_unused',
      'hrm-1-review',
      ({ paper }) => {
        paper.pictures.push({ id: 'spare', mime: 'image/png', width: 1, height: 1, base64: 'AA==' });
        return 'spare';
      },
    ],
    [
      'option_duplicate',
      'hrm-4-theory',
      (_, items) => {
        const item = first(items);
        if ('options' in item) item.options.push({ ...first(item.options) });
        return item.id;
      },
    ],
    [
      'table_uneven',
      'hrm-4-theory',
      (_, items) => {
        const item = first(items);
        item.stem.push({ kind: 'table', caption: '', header: false, rows: [['a', 'b'], ['c']] });
        return item.id;
      },
    ],
    [
      'key_missing',
      'hrm-4-theory',
      ({ key }, items) => {
        delete key[first(items).id];
        return first(items).id;
      },
    ],
    [
      'key_unknown_item',
      'hrm-4-theory',
      ({ key }) => {
        key.nothing = { kind: 'choice', correct: ['A'] };
        return 'nothing';
      },
    ],
    [
      'key_kind',
      'hrm-4-theory',
      ({ key }, items) => {
        key[first(items).id] = { kind: 'rubric', rubric: '!', criteria: [] };
        return first(items).id;
      },
    ],
    [
      'key_unknown_option',
      'hrm-4-theory',
      ({ key }, items) => {
        key[first(items).id] = { kind: 'choice', correct: ['nothing'] };
        return first(items).id;
      },
    ],
    [
      'key_count',
      'hrm-4-theory',
      ({ key }, items) => {
        const item = items.find(({ kind }) => kind === 'single_choice') ?? first(items);
        if ('options' in item) key[item.id] = { kind: 'choice', correct: item.options.map(({ id }) => id) };
        return item.id;
      },
    ],
    [
      'criteria_points',
      'hrm-1-review',
      ({ key }, items) => {
        const keyed = key[first(items).id];
        if (keyed?.kind === 'rubric') first(keyed.criteria).points += 1;
        return first(items).id;
      },
    ],
  ];
  it.each(cases)('%s in %s', (kind, name, spoil) => {
    let where = '';
    const found = spoilt(name, (file, items) => {
      where = spoil(file, items);
    });
    expect(found).toContain(`${kind} ${where}`);
  });
});
