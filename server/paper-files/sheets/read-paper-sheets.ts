import type { PaperImportFault } from '../../../shared/contract/paper-import.ts';
import type { AnswerKey, Paper, PaperFile, Section, Stimulus } from '../../../shared/domain/paper.ts';
import { type PaperFaultKind, paperFaults } from '../../../shared/domain/paper-faults.ts';
import type { Sheet } from '../../workbooks/cell.ts';
import { importFault, type PaperTarget } from '../paper-reading.ts';
import { chosen, idIn, numberIn, textIn } from './cell-values.ts';
import { COMPONENT_CHOICE, DOCUMENT_CHOICE, RULE_CHOICE, TYPE_CHOICE, wordOf, YES_CHOICE } from './choices.ts';
import { type ColumnName, INSTRUCTION_SHEETS, PAPER_SHEETS } from './paper-sheets.ts';
import { CELL_TEXT, readItem } from './read-item.ts';
import { contentIn, type Parts, readParts } from './read-parts.ts';
import { isNamed, sheetTable, type TableCell } from './sheet-table.ts';

/** How far two marks may be apart where the author names no limit. */
const USUAL_DIFFERENCE = 0.2;
const MOST_POINTS = 1_000;

/** The cell of an item that a fault of the paper is shown at; the row's first one for the rest. */
const FAULT_COLUMNS: Partial<Record<PaperFaultKind, ColumnName<'items'>>> = {
  form_not_of_type: 'form',
  stimulus_missing: 'stimulusId',
  stimulus_unknown: 'stimulusId',
  document_unknown: 'documentId',
  picture_unknown: 'stem',
  table_uneven: 'stem',
  option_duplicate: 'optionIds',
  key_missing: 'answer',
  key_kind: 'answer',
  key_unknown_option: 'answer',
  key_count: 'answer',
  criteria_points: 'points',
};

/** A paper while it is read. */
interface Reading {
  target: PaperTarget;
  sheets: readonly Sheet[];
  faults: PaperImportFault[];
  parts: Parts;
  /** For each id that is taken, the cell at which a fault of what it names is shown. */
  taken: Map<string, (kind: PaperFaultKind) => TableCell>;
  /** Items that could not be placed: what only they refer to is not unused, and their criteria have an item. */
  dropped: Set<string>;
  /** Sections whose type could not be read: of their items nothing more can be said. */
  untyped: Set<string>;
}
const UNUSED: ReadonlySet<PaperFaultKind> = new Set(['no_items', 'stimulus_unused', 'picture_unused']);

/** Registers an id; false, with a fault, for one that is taken already. */
function take({ taken }: Reading, id: string, cell: TableCell, shownAt: (kind: PaperFaultKind) => TableCell): boolean {
  if (id === '') return false;
  if (taken.has(id)) {
    cell.reject('id_twice', { id });
    return false;
  }
  taken.set(id, shownAt);
  return true;
}

function readSections(reading: Reading): Map<string, Section> {
  const sections = new Map<string, Section>();
  for (const { cells } of sheetTable(reading.sheets, 'sections', reading.faults)) {
    const id = idIn(cells.id);
    if (!take(reading, id, cells.id, () => cells.id)) continue;
    const { components } = reading.target;
    const component = chosen(cells.component, COMPONENT_CHOICE, components[0] ?? 'theory');
    if (!components.includes(component)) {
      const allowed = components.map((each) => wordOf(COMPONENT_CHOICE, each)).join('、');
      cells.component.reject('component_other', { value: cells.component.word, allowed });
    }
    const itemType = chosen(cells.itemType, TYPE_CHOICE, 'single_choice');
    if (!cells.itemType.sound) reading.untyped.add(id);
    sections.set(id, {
      id,
      title: textIn(cells.title, 200),
      instructions: textIn(cells.instructions, CELL_TEXT),
      component,
      itemType,
      items: [],
    });
  }
  return sections;
}

function readItems(reading: Reading, sections: ReadonlyMap<string, Section>): AnswerKey {
  const key: AnswerKey = {};
  for (const row of sheetTable(reading.sheets, 'items', reading.faults)) {
    const { cells } = row;
    const section = sections.get(idIn(cells.sectionId));
    if (!section || reading.untyped.has(section.id)) {
      reading.dropped.add(idIn(cells.id));
      if (!section && cells.sectionId.sound) cells.sectionId.reject('section_unknown', { id: cells.sectionId.word });
      continue;
    }
    const { item, key: keyed } = readItem(row, section, reading.parts);
    const isChoice = 'options' in item || item.kind === 'true_false';
    const shownAt = (kind: PaperFaultKind) =>
      kind === 'key_missing' && !isChoice ? cells.rubric : cells[FAULT_COLUMNS[kind] ?? 'id'];
    if (!take(reading, item.id, cells.id, shownAt)) {
      reading.dropped.add(item.id);
      continue;
    }
    const elsewhere = reading.target.otherItems.get(item.id);
    if (elsewhere !== undefined) cells.id.reject('id_in_other_session', { id: item.id, session: elsewhere });
    section.items.push(item);
    if (keyed) key[item.id] = keyed;
  }
  return key;
}

function readCriteria(reading: Reading, key: AnswerKey): void {
  const ids = new Set<string>();
  for (const { cells } of sheetTable(reading.sheets, 'criteria', reading.faults)) {
    const [itemId, id] = [idIn(cells.itemId), idIn(cells.id)];
    const keyed = key[itemId];
    if (ids.has(id) && id !== '') cells.id.reject('id_twice', { id });
    ids.add(id);
    const criterion = {
      id,
      text: textIn(cells.text, CELL_TEXT),
      points: numberIn(cells.points, { from: 0.01, to: MOST_POINTS }, 1),
    };
    if (keyed?.kind === 'rubric') keyed.criteria.push(criterion);
    else if (keyed) cells.itemId.reject('key_kind', { where: itemId, detail: keyed.kind });
    // An item without a rubric is told so itself.
    else if (itemId !== '' && !reading.dropped.has(itemId) && !reading.taken.has(itemId))
      cells.itemId.reject('item_unknown', { id: itemId });
  }
}

function readStimuli(reading: Reading): Stimulus[] {
  const stimuli = new Map<string, Stimulus>();
  for (const { cells } of sheetTable(reading.sheets, 'stimuli', reading.faults)) {
    const id = idIn(cells.id);
    if (!take(reading, `stimulus ${id}`, cells.id, () => cells.id) || id === '') continue;
    const content = contentIn(cells.content, reading.parts, CELL_TEXT);
    stimuli.set(id, { id, title: textIn(cells.title, 200), content, documents: [] });
  }
  for (const { cells } of sheetTable(reading.sheets, 'documents', reading.faults)) {
    const [stimulusId, id] = [idIn(cells.stimulusId), idIn(cells.id)];
    const stimulus = stimuli.get(stimulusId);
    const document = {
      id,
      kind: chosen(cells.kind, DOCUMENT_CHOICE, 'mail'),
      title: textIn(cells.title, 200),
      date: textIn(cells.date, 100),
      from: textIn(cells.from, 200),
      to: textIn(cells.to, 200),
      content: contentIn(cells.content, reading.parts, CELL_TEXT),
    };
    if (!stimulus && stimulusId !== '') cells.stimulusId.reject('stimulus_unknown', { where: id, detail: stimulusId });
    else if (stimulus?.documents.some((each) => each.id === id) && id !== '') cells.id.reject('id_twice', { id });
    else stimulus?.documents.push(document);
  }
  return [...stimuli.values()];
}

/** The one row of the first sheet. */
function readHead({ sheets, faults, target: { sessionId } }: Reading) {
  const [first, second] = sheetTable(sheets, 'paper', faults);
  const title = PAPER_SHEETS.paper.names[0];
  if (second) second.cells.title.reject('rows_more_than_one');
  if (!first) {
    if (faults.length === 0) faults.push(importFault('value_missing', { sheet: title, row: 2 }, { name: title }));
    return null;
  }
  const { cells } = first;
  const session = idIn(cells.sessionId);
  if (session !== '' && session !== sessionId)
    cells.sessionId.reject('session_other', { value: session, expected: sessionId });
  const yes = (cell: TableCell) => chosen(cell, YES_CHOICE, true);
  return {
    id: idIn(cells.id) || `${sessionId}-paper`,
    title: textIn(cells.title, 300),
    multipleChoiceRule: chosen(cells.rule, RULE_CHOICE, 'exact'),
    shuffle: { items: yes(cells.shuffleItems), options: yes(cells.shuffleOptions) },
    differenceLimit: numberIn(cells.differenceLimit, { from: 0, to: 1 }, USUAL_DIFFERENCE),
    shownAt: cells.title,
  };
}

/** Shows the faults of the whole at the cell they come from, unless something is wrong with that cell anyway. */
function showPaperFaults({ taken, parts, dropped }: Reading, file: PaperFile, head: TableCell): void {
  for (const { kind, where, detail } of paperFaults(file)) {
    if (dropped.size > 0 && UNUSED.has(kind)) continue;
    // Its row is there, and has a fault of its own.
    if (kind === 'picture_unknown' && parts.pictures.has(detail)) continue;
    const shownAt = kind === 'stimulus_unused' ? taken.get(`stimulus ${where}`) : taken.get(where);
    const cell = shownAt?.(kind) ?? parts.pictures.get(where)?.cell ?? taken.get(`stimulus ${where}`)?.(kind) ?? head;
    if (cell.sound) cell.reject(kind, { where, detail });
  }
  if (dropped.size > 0) return;
  for (const [id, { used, cell }] of parts.tables) if (!used) cell.reject('table_unused', { id });
}

/** Reads a workbook by the template into a paper. It is whole only while `faults` stays empty. */
export function readPaperSheets(
  sheets: readonly Sheet[],
  target: PaperTarget,
  faults: PaperImportFault[],
): PaperFile | null {
  const names = [INSTRUCTION_SHEETS, ...Object.values(PAPER_SHEETS).map((sheet) => sheet.names)].flat();
  for (const { name, rows } of sheets) {
    if (rows.size > 0 && !isNamed(name, names)) faults.push(importFault('sheet_unknown', { sheet: name }, { name }));
  }
  const reading: Reading = {
    target,
    sheets,
    faults,
    parts: readParts(sheets, faults),
    taken: new Map(),
    dropped: new Set(),
    untyped: new Set(),
  };
  const head = readHead(reading);
  const sections = readSections(reading);
  const key = readItems(reading, sections);
  readCriteria(reading, key);
  const stimuli = readStimuli(reading);
  if (!head) return null;
  const { id, title, multipleChoiceRule, shuffle, differenceLimit, shownAt } = head;
  const pictures = [...reading.parts.pictures.values()].flatMap(({ picture }) => picture ?? []);
  const paper: Paper = {
    ...{ id, sessionId: target.sessionId, title, multipleChoiceRule, shuffle },
    ...{ sections: [...sections.values()], stimuli, pictures },
  };
  const file = { paper, key, marking: { differenceLimit } };
  showPaperFaults(reading, file, shownAt);
  return file;
}
