import type { RouteReply } from '../../shared/contract/http.ts';
import type { MarkingItem } from '../../shared/contract/marking.ts';
import { type Block, plainText } from '../../shared/domain/content.ts';
import { itemsOf, type Paper, type PaperFile } from '../../shared/domain/paper.ts';
import { Fault } from '../../shared/support/fault.ts';

const OPENING_LENGTH = 60;

const openingOf = (stem: readonly Block[]): string => {
  const text = plainText(stem).replace(/\s+/g, ' ').trim();
  return text.length > OPENING_LENGTH ? `${text.slice(0, OPENING_LENGTH)}…` : text;
};

/** Item id -> its place in the paper as it was written, from 1. */
export const itemNumbers = (paper: Paper): Map<string, number> =>
  new Map(itemsOf(paper).map(({ id }, index) => [id, index + 1]));

type WrittenItem = Pick<MarkingItem, 'itemId' | 'number' | 'section' | 'points' | 'opening'>;

/** The items of a paper that a person marks, in its order. */
export function writtenItems({ paper, key }: PaperFile): WrittenItem[] {
  const numbers = itemNumbers(paper);
  return paper.sections.flatMap(({ title, items }) =>
    items
      .filter(({ id }) => key[id]?.kind === 'rubric')
      .map(({ id, points, stem }) => ({
        ...{ itemId: id, number: numbers.get(id) ?? 0, section: title },
        ...{ points, opening: openingOf(stem) },
      })),
  );
}

/** What an item's responses are marked by. Throws `not_found` for an item that scores itself. */
export function markingMaterial({ paper, key }: PaperFile, itemId: string): RouteReply<'markingMaterial'> {
  const item = itemsOf(paper).find(({ id }) => id === itemId);
  const keyed = key[itemId];
  if (!item || keyed?.kind !== 'rubric') throw new Fault('not_found');
  const stimulus = paper.stimuli.find(({ id }) => id === item.stimulusId) ?? null;
  const shown = [
    item.stem,
    ...(stimulus ? [stimulus.content, ...stimulus.documents.map(({ content }) => content)] : []),
  ];
  const pictureIds = new Set(shown.flat().flatMap((block) => (block.kind === 'picture' ? [block.pictureId] : [])));
  return {
    ...{ item, stimulus, rubric: keyed.rubric, criteria: keyed.criteria },
    number: itemNumbers(paper).get(itemId) ?? 0,
    pictures: paper.pictures.filter(({ id }) => pictureIds.has(id)),
  };
}
