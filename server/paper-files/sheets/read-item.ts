import { type AnswerKey, type Item, type Option, type Section, THESIS_FORMATS } from '../../../shared/domain/paper.ts';
import { FORMS } from '../../../shared/domain/paper-faults.ts';
import { chosen, idIn, listIn, numberIn, textIn } from './cell-values.ts';
import { FORM_CHOICE, TRUE_FALSE_CHOICE, valueNamed, wordOf, YES_CHOICE } from './choices.ts';
import { type ColumnName, OPTION_LETTERS, PAPER_SHEETS } from './paper-sheets.ts';
import { contentIn, type Parts } from './read-parts.ts';
import type { TableCell, TableRow } from './sheet-table.ts';

type ItemCells = TableRow<'items'>['cells'];
type ItemColumn = ColumnName<'items'>;

/** A cell of a spreadsheet holds no more. */
export const CELL_TEXT = 32_767;
const MOST_POINTS = 1_000;
const MEGABYTE = 1_048_576;
/** What a written answer may be long where the author names no limit. */
const USUAL_LENGTH = 2_000;

const OPTION_COLUMNS: ItemColumn[] = OPTION_LETTERS.map((letter) => `option${letter}` as const);
/** The columns that only items of some form have. */
const FORM_COLUMNS: Record<Item['kind'], readonly ItemColumn[]> = {
  single_choice: [...OPTION_COLUMNS, 'optionIds', 'fixedOrder', 'answer'],
  multiple_choice: [...OPTION_COLUMNS, 'optionIds', 'fixedOrder', 'answer'],
  true_false: ['answer'],
  text: ['rubric', 'maxLength'],
  calculation: ['rubric', 'unit'],
  handling: [...OPTION_COLUMNS, 'optionIds', 'rubric', 'maxLength', 'documentId'],
  thesis: ['rubric', 'formats', 'maxMegabytes', 'minPages', 'maxPages'],
};
const ANY_FORM = new Set(Object.values(FORM_COLUMNS).flat());

/** How the item is answered: as it says, or as its type is answered where there is one way only. */
function formOf({ form }: ItemCells, section: Section): Item['kind'] {
  const forms = FORMS[section.itemType];
  const usual = forms[0] as Item['kind'];
  if (form.word !== '' || forms.length === 1) return chosen(form, FORM_CHOICE, usual);
  form.reject('form_ambiguous', { allowed: forms.map((each) => wordOf(FORM_CHOICE, each)).join('、') });
  return usual;
}

function optionsIn(cells: ItemCells, parts: Parts): Option[] {
  const filled = OPTION_LETTERS.map((letter) => cells[`option${letter}`]);
  const ids = listIn(cells.optionIds);
  const count = Math.max(
    filled.reduce((last, { word, sound }, at) => (word !== '' || !sound ? at + 1 : last), 0),
    ids.length,
  );
  if (ids.length > 0 && ids.length !== count)
    cells.optionIds.reject('value_out_of_range', { value: ids.length, from: count, to: count });
  if (count < 2) filled[count]?.reject('value_missing', { name: `选项${OPTION_LETTERS[count]}` });
  return filled.slice(0, count).map((cell, at) => {
    const id = ids[at] ?? (OPTION_LETTERS[at] as string);
    if (cell.sound && cell.word === '' && ids.length === 0) cell.reject('option_gap', { id });
    const blocks = contentIn(cell, parts, CELL_TEXT, false);
    const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block.pictureId] : []));
    if (texts.length > 1 || pictures.length > 1 || texts.length + pictures.length < blocks.length)
      cell.reject('marker_unknown', { value: cell.word.slice(0, 40) });
    return { id, text: texts[0] ?? '', ...(pictures[0] === undefined ? {} : { pictureId: pictures[0] }) };
  });
}

/** `AC`, `A、C`: the ids of the right options; one that is none stays, for `paperFaults` to name. */
function rightOptions(cell: TableCell, options: readonly Option[]): string[] {
  const idOf = (word: string) => options.find(({ id }) => id.toLowerCase() === word.toLowerCase())?.id;
  const listed = listIn(cell).map((word) => idOf(word) ?? word);
  const [only] = listed;
  if (listed.length !== 1 || only === undefined || idOf(only)) return listed;
  const letters = [...only].map(idOf);
  return letters.every((letter) => letter !== undefined) ? (letters as string[]) : listed;
}

function formatsIn(cell: TableCell): (typeof THESIS_FORMATS)[number][] {
  const words = listIn(cell).map((word) => word.toLowerCase());
  const known = words.flatMap((word) => THESIS_FORMATS.filter((format) => format === word));
  if (words.length > known.length)
    cell.reject('value_unknown', { value: cell.word, allowed: THESIS_FORMATS.join('、') });
  return known.length > 0 ? known : [...THESIS_FORMATS];
}

/** One row of the sheet of items, and what is right in it; null where it does not say. */
export function readItem(
  { cells }: TableRow<'items'>,
  section: Section,
  parts: Parts,
): { item: Item; key: AnswerKey[string] | null } {
  const kind = formOf(cells, section);
  const columns: Record<string, { headings: readonly [string, string] }> = PAPER_SHEETS.items.columns;
  for (const column of ANY_FORM) {
    if (cells[column].word !== '' && !FORM_COLUMNS[kind].includes(column))
      cells[column].reject('value_not_of_form', {
        name: columns[column]?.headings[0] ?? '',
        form: wordOf(FORM_CHOICE, kind),
      });
  }
  const stimulusId = idIn(cells.stimulusId);
  const base = {
    id: idIn(cells.id),
    points: numberIn(cells.points, { from: 0.01, to: MOST_POINTS }, 1),
    stem: contentIn(cells.stem, parts, CELL_TEXT),
    ...(stimulusId ? { stimulusId } : {}),
  };
  const rubric = textIn(cells.rubric, CELL_TEXT);
  const rubricKey = rubric === '' ? null : { kind: 'rubric' as const, rubric, criteria: [] };
  const maxLength = () => numberIn(cells.maxLength, { from: 1, to: 20_000, whole: true }, USUAL_LENGTH);
  switch (kind) {
    case 'single_choice':
    case 'multiple_choice': {
      const options = optionsIn(cells, parts);
      const item = { ...base, kind, options, fixedOrder: chosen(cells.fixedOrder, YES_CHOICE, false) };
      const correct = rightOptions(cells.answer, options);
      return { item, key: correct.length > 0 ? { kind: 'choice', correct } : null };
    }
    case 'true_false': {
      const answer = cells.answer.word;
      const correct = valueNamed(TRUE_FALSE_CHOICE, answer) ?? answer;
      return { item: { ...base, kind }, key: correct ? { kind: 'choice', correct: [correct] } : null };
    }
    case 'text':
      return { item: { ...base, kind, maxLength: maxLength() }, key: rubricKey };
    case 'calculation':
      return { item: { ...base, kind, unit: textIn(cells.unit, 40) }, key: rubricKey };
    case 'handling': {
      const handled = { documentId: idIn(cells.documentId), decisions: optionsIn(cells, parts) };
      if (cells.documentId.sound && handled.documentId === '')
        cells.documentId.reject('value_missing', { name: PAPER_SHEETS.items.columns.documentId.headings[0] });
      return { item: { ...base, kind, ...handled, maxLength: maxLength() }, key: rubricKey };
    }
    case 'thesis': {
      const limits = {
        formats: formatsIn(cells.formats),
        maxBytes: Math.round(numberIn(cells.maxMegabytes, { from: 0.001, to: 1_000 }, 20) * MEGABYTE),
        minPages: numberIn(cells.minPages, { from: 0, to: 10_000, whole: true }, 0),
        maxPages: numberIn(cells.maxPages, { from: 1, to: 10_000, whole: true }, 100),
      };
      return { item: { ...base, kind, limits }, key: rubricKey };
    }
  }
}
