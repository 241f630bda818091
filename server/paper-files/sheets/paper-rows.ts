import type { Block } from '../../../shared/domain/content.ts';
import { type AnswerKey, type Item, itemsOf, type Option, type PaperFile } from '../../../shared/domain/paper.ts';
import { FORMS } from '../../../shared/domain/paper-faults.ts';
import {
  COMPONENT_CHOICE,
  DOCUMENT_CHOICE,
  FORM_CHOICE,
  RULE_CHOICE,
  TRUE_FALSE_CHOICE,
  TYPE_CHOICE,
  wordOf,
  YES_CHOICE,
} from './choices.ts';
import { contentText } from './content-text.ts';
import { OPTION_LETTERS, type SheetName } from './paper-sheets.ts';

const MEGABYTE = 1_048_576;

export type PaperRow = Record<string, string | undefined>;
export type PaperRows = Record<SheetName, PaperRow[]>;
type Content = (content: readonly Block[]) => string;

function optionCells(options: readonly Option[]): PaperRow {
  const usual = options.every(({ id, text }, at) => id === OPTION_LETTERS[at] && text !== '');
  const cells = options.map(({ text, pictureId }, at) => {
    const picture: Block[] = pictureId === undefined ? [] : [{ kind: 'picture', pictureId, alt: '' }];
    const own = contentText(
      [{ kind: 'text', text }, ...picture],
      () => '',
      () => '',
    );
    return [`option${OPTION_LETTERS[at]}`, own];
  });
  return { ...Object.fromEntries(cells), ...(usual ? {} : { optionIds: options.map(({ id }) => id).join('、') }) };
}

function formCells(item: Item): PaperRow {
  switch (item.kind) {
    case 'single_choice':
    case 'multiple_choice':
      return { ...optionCells(item.options), fixedOrder: wordOf(YES_CHOICE, item.fixedOrder) };
    case 'true_false':
      return {};
    case 'text':
      return { maxLength: `${item.maxLength}` };
    case 'calculation':
      return { unit: item.unit };
    case 'handling':
      return { ...optionCells(item.decisions), documentId: item.documentId, maxLength: `${item.maxLength}` };
    case 'thesis': {
      const { formats, maxBytes, minPages, maxPages } = item.limits;
      return {
        formats: formats.join('、'),
        maxMegabytes: `${maxBytes / MEGABYTE}`,
        minPages: `${minPages}`,
        maxPages: `${maxPages}`,
      };
    }
  }
}

function keyCells(item: Item, keyed: AnswerKey[string] | undefined): PaperRow {
  if (keyed?.kind === 'rubric') return { rubric: keyed.rubric };
  const answer = (keyed?.correct ?? []).map((id) =>
    item.kind === 'true_false' ? TRUE_FALSE_CHOICE.find(([value]) => value === id)?.[1] : id,
  );
  return { answer: answer.join('、') };
}

/** The cells of a paper's workbook, as text, by sheet. */
export function paperRows({ paper, key, marking }: PaperFile): PaperRows {
  const tables: PaperRow[] = [];
  const alts = new Map<string, string>();
  const collectAlts: Content = (content) => {
    for (const block of content) {
      if (block.kind === 'picture' && !alts.has(block.pictureId)) alts.set(block.pictureId, block.alt);
    }
    return '';
  };
  for (const { stem } of itemsOf(paper)) collectAlts(stem);
  for (const { content, documents } of paper.stimuli) {
    for (const each of [content, ...documents.map((document) => document.content)]) collectAlts(each);
  }
  let tableCount = 0;
  const text: Content = (content) =>
    contentText(
      content,
      ({ caption, header, rows }) => {
        tableCount += 1;
        const id = `T${tableCount}`;
        for (const [at, cells] of rows.entries()) {
          const own = Object.fromEntries(cells.map((cell, column) => [`column${column + 1}`, cell]));
          const head = { caption, header: wordOf(YES_CHOICE, header), width: `${cells.length}` };
          tables.push({ id, ...(at === 0 ? head : {}), ...own });
        }
        return id;
      },
      (pictureId) => alts.get(pictureId) ?? '',
    );

  const items = paper.sections.flatMap(({ id: sectionId, itemType, items: own }) =>
    own.map((item) => ({
      id: item.id,
      sectionId,
      stimulusId: item.stimulusId,
      form: FORMS[itemType].length > 1 ? wordOf(FORM_CHOICE, item.kind) : undefined,
      points: `${item.points}`,
      stem: text(item.stem),
      ...formCells(item),
      ...keyCells(item, key[item.id]),
    })),
  );
  const criteria = itemsOf(paper).flatMap(({ id: itemId }) => {
    const keyed = key[itemId];
    const listed = keyed?.kind === 'rubric' ? keyed.criteria : [];
    return listed.map((each) => ({ itemId, id: each.id, text: each.text, points: `${each.points}` }));
  });
  const stimuli = paper.stimuli.map(({ id, title, content }) => ({ id, title, content: text(content) }));
  const documents = paper.stimuli.flatMap(({ id: stimulusId, documents: own }) =>
    own.map(({ id, kind, title, date, from, to, content }) => ({
      ...{ stimulusId, id, kind: wordOf(DOCUMENT_CHOICE, kind), title, date, from, to },
      content: text(content),
    })),
  );
  const { id, sessionId, title, multipleChoiceRule, shuffle } = paper;
  return {
    paper: [
      {
        ...{ id, sessionId, title, rule: wordOf(RULE_CHOICE, multipleChoiceRule) },
        shuffleItems: wordOf(YES_CHOICE, shuffle.items),
        shuffleOptions: wordOf(YES_CHOICE, shuffle.options),
        differenceLimit: `${marking.differenceLimit}`,
      },
    ],
    sections: paper.sections.map(({ id: sectionId, title: name, component, itemType, instructions }) => ({
      ...{ id: sectionId, title: name, instructions },
      component: wordOf(COMPONENT_CHOICE, component),
      itemType: wordOf(TYPE_CHOICE, itemType),
    })),
    ...{ items, criteria, stimuli, documents, tables },
    pictures: paper.pictures.map(({ id: pictureId }) => ({ id: pictureId, alt: alts.get(pictureId) })),
  };
}
