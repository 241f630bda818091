import type { Block } from './content.ts';
import { type Item, type ItemType, itemsOf, type PaperFile, TRUE_FALSE_OPTIONS } from './paper.ts';

/** What can be wrong with a paper whose shape is right. The organiser reads words made from it. */
export const PAPER_FAULTS = [
  'no_items',
  'duplicate_id',
  'form_not_of_type',
  'stimulus_missing',
  'stimulus_unknown',
  'stimulus_unused',
  'document_unknown',
  'picture_unknown',
  'picture_unused',
  'option_duplicate',
  'table_uneven',
  'key_missing',
  'key_unknown_item',
  'key_kind',
  'key_unknown_option',
  'key_count',
  'criteria_points',
] as const;
export type PaperFaultKind = (typeof PAPER_FAULTS)[number];

/** `where` is the id of the item, stimulus, section or picture; `detail` what stands there. */
export interface PaperFault {
  kind: PaperFaultKind;
  where: string;
  detail: string;
}

/** How an item of each type may be answered. */
export const FORMS: Record<ItemType, readonly Item['kind'][]> = {
  single_choice: ['single_choice'],
  multiple_choice: ['multiple_choice'],
  true_false: ['true_false'],
  case_choice: ['single_choice', 'multiple_choice'],
  short_answer: ['text'],
  calculation: ['calculation'],
  comprehensive: ['text', 'calculation'],
  case_analysis: ['text'],
  in_basket: ['handling'],
  thesis: ['thesis'],
};
/** Types whose items are nothing without their stimulus. */
const NEEDS_STIMULUS: ReadonlySet<ItemType> = new Set(['case_choice', 'comprehensive', 'case_analysis', 'in_basket']);

const fault = (kind: PaperFaultKind, where: string, detail = ''): PaperFault => ({ kind, where, detail });

const repeated = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

function keyFaults(item: Item, key: PaperFile['key']): PaperFault[] {
  const keyed = key[item.id];
  if (!keyed) return [fault('key_missing', item.id)];
  const options =
    item.kind === 'true_false' ? [...TRUE_FALSE_OPTIONS] : 'options' in item ? item.options.map(({ id }) => id) : null;
  if (!options) {
    if (keyed.kind !== 'rubric') return [fault('key_kind', item.id, keyed.kind)];
    const sum = keyed.criteria.reduce((total, { points }) => total + points, 0);
    const fits = keyed.criteria.length === 0 || Math.abs(sum - item.points) < 0.001;
    return fits ? [] : [fault('criteria_points', item.id, `${sum} ≠ ${item.points}`)];
  }
  if (keyed.kind !== 'choice') return [fault('key_kind', item.id, keyed.kind)];
  const unknown = keyed.correct.filter((id) => !(options as string[]).includes(id));
  if (unknown.length > 0) return [fault('key_unknown_option', item.id, unknown.join(', '))];
  const count = new Set(keyed.correct).size;
  const fits = count === keyed.correct.length && (item.kind === 'multiple_choice' ? count >= 1 : count === 1);
  return fits ? [] : [fault('key_count', item.id, keyed.correct.join(', '))];
}

const picturesIn = (content: readonly Block[]): string[] =>
  content.flatMap((block) => (block.kind === 'picture' ? [block.pictureId] : []));

const tableFaults = (where: string, content: readonly Block[]): PaperFault[] =>
  content.flatMap((block) => {
    if (block.kind !== 'table' || new Set(block.rows.map((row) => row.length)).size === 1) return [];
    return [fault('table_uneven', where, block.caption)];
  });

/** Everything that is wrong with a paper and its key; an empty list means that it can be sat and scored. */
export function paperFaults({ paper, key }: PaperFile): PaperFault[] {
  const items = itemsOf(paper);
  const stimuli = new Map(paper.stimuli.map((stimulus) => [stimulus.id, stimulus]));
  const faults: PaperFault[] = items.length === 0 ? [fault('no_items', paper.id)] : [];
  const ids = [...paper.sections, ...items].map(({ id }) => id);
  const named = [
    ids,
    paper.stimuli.map(({ id }) => id),
    paper.pictures.map(({ id }) => id),
    ...paper.stimuli.map(({ documents }) => documents.map(({ id }) => id)),
    ...Object.values(key).map((keyed) => (keyed.kind === 'rubric' ? keyed.criteria.map(({ id }) => id) : [])),
  ];
  for (const id of named.flatMap(repeated)) faults.push(fault('duplicate_id', id));
  for (const section of paper.sections) {
    for (const item of section.items) {
      if (!FORMS[section.itemType].includes(item.kind)) faults.push(fault('form_not_of_type', item.id, item.kind));
      if (NEEDS_STIMULUS.has(section.itemType) && !item.stimulusId) faults.push(fault('stimulus_missing', item.id));
      const stimulus = item.stimulusId ? stimuli.get(item.stimulusId) : undefined;
      if (item.stimulusId && !stimulus) faults.push(fault('stimulus_unknown', item.id, item.stimulusId));
      if (item.kind === 'handling' && !stimulus?.documents.some(({ id }) => id === item.documentId)) {
        faults.push(fault('document_unknown', item.id, item.documentId));
      }
      const choices = item.kind === 'handling' ? item.decisions : 'options' in item ? item.options : [];
      for (const id of repeated(choices.map((option) => option.id)))
        faults.push(fault('option_duplicate', item.id, id));
      faults.push(...keyFaults(item, key), ...tableFaults(item.id, item.stem));
    }
  }
  const used = new Set(items.map(({ stimulusId }) => stimulusId));
  for (const { id, content, documents } of paper.stimuli) {
    if (!used.has(id)) faults.push(fault('stimulus_unused', id));
    faults.push(...tableFaults(id, [...content, ...documents.flatMap((document) => document.content)]));
  }
  const known = new Set(items.map(({ id }) => id));
  for (const id of Object.keys(key)) if (!known.has(id)) faults.push(fault('key_unknown_item', id));
  return [...faults, ...pictureFaults(paper)];
}

function pictureFaults(paper: PaperFile['paper']): PaperFault[] {
  const named = new Map<string, string>();
  const name = (where: string, ids: readonly string[]) => {
    for (const id of ids) named.set(id, where);
  };
  for (const item of itemsOf(paper)) {
    name(item.id, picturesIn(item.stem));
    if ('options' in item)
      name(
        item.id,
        item.options.flatMap(({ pictureId }) => pictureId ?? []),
      );
  }
  for (const { id, content, documents } of paper.stimuli) {
    name(id, picturesIn([...content, ...documents.flatMap((document) => document.content)]));
  }
  const have = new Set(paper.pictures.map(({ id }) => id));
  return [
    ...[...named].filter(([id]) => !have.has(id)).map(([id, where]) => fault('picture_unknown', where, id)),
    ...[...have].filter((id) => !named.has(id)).map((id) => fault('picture_unused', id)),
  ];
}
