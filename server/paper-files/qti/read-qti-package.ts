import { posix } from 'node:path';
import type { PaperImportFaultKind, PaperImportPlace } from '../../../shared/contract/paper-import.ts';
import type { DeskDocument } from '../../../shared/domain/content.ts';
import {
  type AnswerKey,
  COMPONENTS,
  ITEM_TYPES,
  type Item,
  type ItemType,
  MULTIPLE_CHOICE_RULES,
  type PaperFile,
  type Section,
  type Stimulus,
} from '../../../shared/domain/paper.ts';
import { paperFaults } from '../../../shared/domain/paper-faults.ts';
import { elementsBelow, elementsIn, type XmlElement, xmlTree } from '../../xml/xml-element.ts';
import { importFault } from '../paper-reading.ts';
import { bodyIn, textIn } from './body-in.ts';
import { itemIn, numberIn } from './item-in.ts';
import { idOf } from './qti-identifier.ts';
import {
  createPicturesOfPackage,
  linkedPath,
  openQtiFile,
  type PicturesOfPackage,
  type QtiFile,
  type QtiReading,
} from './qti-reading.ts';
import { MANIFEST, RESOURCE_TYPES } from './qti-words.ts';

/** The manifest that lies highest; null when the archive is no package. */
export function manifestOf(files: ReadonlyMap<string, Buffer>): string | null {
  const found = [...files.keys()].filter((path) => posix.basename(path) === MANIFEST);
  return found.sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? null;
}

interface Package extends QtiReading {
  pictures: PicturesOfPackage;
  /** Where what has this id stands. */
  places: Map<string, PaperImportPlace>;
  stimuli: Map<string, Stimulus>;
  key: AnswerKey;
  /** An item could not be read: what only it refers to must not be called unused. */
  incomplete: boolean;
}

/** A word out of a closed list; `otherwise` where the attribute is missing. */
function wordIn<Word extends string>(
  file: QtiFile,
  at: XmlElement,
  attribute: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const text = at.attributes[attribute];
  const found = words.find((word) => word === text);
  if (text !== undefined && !found)
    file.reject('value_unknown', at, { value: text, name: attribute, allowed: words.join('、') });
  return found ?? otherwise;
}

/** Registers an id; false, with a fault, when it is missing or taken. */
function take({ places }: Package, file: QtiFile, at: XmlElement, name: string, id: string): boolean {
  if (id === '') file.reject('value_missing', at, { name: 'identifier' });
  else if (places.has(name)) file.reject('id_twice', at, { id });
  else {
    places.set(name, { ...file.place(at), item: id });
    return true;
  }
  return false;
}

/** The file an element refers to; null, with a fault, when the package has none. */
function linked(all: Package, file: QtiFile, at: XmlElement, rootName: string): QtiFile | null {
  const href = at.attributes.href ?? '';
  const path = linkedPath(all, file.path, href);
  if (all.files.has(path)) return openQtiFile(all, path, rootName);
  file.reject('file_missing', at, { href });
  return null;
}

function documentIn(article: XmlElement, file: QtiFile, pictures: PicturesOfPackage): DeskDocument {
  const word = (name: string) => article.attributes[`data-yk-${name}`] ?? '';
  const title = word('title');
  if (title === '') file.reject('value_missing', article, { name: 'data-yk-title' });
  const kind = wordIn(file, article, 'data-yk-kind', ['mail', 'memo', 'table', 'calendar'], 'mail');
  const content = bodyIn(article, { file, pictures, skip: ({ name }) => name === 'header' });
  return { id: word('document'), kind, title, date: word('date'), from: word('from'), to: word('to'), content };
}

/** Reads the stimulus of an item, once for all items that share it; its id, empty for an item without one. */
function stimulusIn(all: Package, file: QtiFile): string {
  const [reference] = elementsIn(file.root, 'qti-assessment-stimulus-ref');
  if (!reference) return '';
  const opened = linked(all, file, reference, 'qti-assessment-stimulus');
  if (!opened) return '';
  const { root } = opened;
  const id = idOf(root);
  const before = all.places.get(`stimulus ${id}`);
  if (before?.file === opened.path) return id;
  if (!take(all, opened, root, `stimulus ${id}`, id)) return id;
  const isDocument = (element: XmlElement) => element.attributes['data-yk-document'] !== undefined;
  const [body] = elementsIn(root, 'qti-stimulus-body');
  if (!body) opened.reject('element_missing', root, { expected: 'qti-stimulus-body' });
  const content = body ? bodyIn(body, { file: opened, pictures: all.pictures, skip: isDocument }) : [];
  const documents = (body ? elementsIn(body).filter(isDocument) : []).map((article) =>
    documentIn(article, opened, all.pictures),
  );
  all.stimuli.set(id, { id, title: root.attributes.title ?? '', content, documents });
  return id;
}

function itemsIn(all: Package, file: QtiFile, section: XmlElement): Item[] {
  return elementsIn(section, 'qti-assessment-item-ref').flatMap((reference) => {
    const opened = linked(all, file, reference, 'qti-assessment-item');
    const stimulusId = opened ? stimulusIn(all, opened) : '';
    const read = opened && itemIn({ file: opened, pictures: all.pictures, stimulusId });
    if (!opened || !read || !take(all, opened, opened.root, read.item.id, read.item.id)) {
      all.incomplete = true;
      return [];
    }
    const elsewhere = all.target.otherItems.get(read.item.id);
    if (elsewhere !== undefined)
      opened.reject('id_in_other_session', opened.root, { id: read.item.id, session: elsewhere });
    if (read.key) all.key[read.item.id] = read.key;
    return [read.item];
  });
}

const TYPE_OF_FORM: Record<Item['kind'], ItemType> = {
  single_choice: 'single_choice',
  multiple_choice: 'multiple_choice',
  true_false: 'true_false',
  text: 'short_answer',
  calculation: 'calculation',
  handling: 'in_basket',
  thesis: 'thesis',
};
const SECTION_PARTS = new Set(['qti-assessment-item-ref', 'qti-rubric-block']);

function sectionIn(all: Package, file: QtiFile, element: XmlElement): Section {
  const id = idOf(element);
  take(all, file, element, id, id);
  for (const child of elementsIn(element)) {
    if (!SECTION_PARTS.has(child.name)) file.reject('element_unknown', child, { found: child.name });
  }
  const items = itemsIn(all, file, element);
  const { components } = all.target;
  const component = wordIn(file, element, 'data-yk-component', COMPONENTS, components[0] ?? 'theory');
  if (element.attributes['data-yk-component'] === undefined && components.length > 1)
    file.reject('value_missing', element, { name: 'data-yk-component' });
  else if (!components.includes(component))
    file.reject('component_other', element, { value: component, allowed: components.join('、') });
  const usual = TYPE_OF_FORM[items[0]?.kind ?? 'single_choice'];
  const instructions = elementsIn(element, 'qti-rubric-block').map((block) =>
    textIn(block, { file, pictures: all.pictures, skip: () => false }),
  );
  const title = element.attributes.title ?? '';
  if (title === '') file.reject('value_missing', element, { name: 'title' });
  return {
    ...{ id, title, instructions: instructions.join('\n'), component },
    itemType: wordIn(file, element, 'data-yk-item-type', ITEM_TYPES, usual),
    items,
  };
}

/** The path of the test and those of all other resources, in their order. */
function resourcesIn({ files, manifest, faults }: QtiReading): { test: string | null; paths: string[] } {
  const root = xmlTree(files.get(manifest) as Buffer, manifest);
  const resources = elementsBelow(root, 'resource').map((element) => {
    const { type = '', href = '' } = element.attributes;
    const inside = elementsIn(element, 'file')[0]?.attributes.href ?? '';
    return { element, type, href: href || inside };
  });
  const path = (href: string) => linkedPath({ files, manifest, faults } as QtiReading, manifest, href);
  for (const { element, href } of resources) {
    const place = { file: manifest, element: 'resource', line: element.line };
    if (!files.has(path(href))) faults.push(importFault('file_missing', place, { href }));
  }
  const tests = resources.filter(({ type }) => type === RESOURCE_TYPES.test);
  const old = resources.find(({ type }) => /^imsqti_.*v[12]p/.test(type));
  const [test] = tests;
  if (test) return { test: path(test.href), paths: resources.map(({ href }) => path(href)) };
  const place = { file: manifest, ...(old ? { element: 'resource', line: old.element.line } : {}) };
  faults.push(
    old
      ? importFault('qti_version', place, { found: old.type, expected: RESOURCE_TYPES.test })
      : importFault('test_missing', place, { expected: RESOURCE_TYPES.test }),
  );
  return { test: null, paths: [] };
}

const yes = (element: XmlElement, attribute: string): boolean => element.attributes[attribute] !== 'false';

/** Faults of the whole are shown at the file of what they are about, where that file has none of its own. */
function showPaperFaults({ places, faults, incomplete }: Package, file: PaperFile, test: PaperImportPlace): void {
  const unused: ReadonlySet<PaperImportFaultKind> = new Set(['no_items', 'stimulus_unused', 'picture_unused']);
  const marred = new Set(faults.map((fault) => fault.place.file));
  for (const { kind, where, detail } of paperFaults(file)) {
    if (incomplete && unused.has(kind)) continue;
    const place = places.get(where) ?? places.get(`stimulus ${where}`) ?? test;
    if (!marred.has(place.file)) faults.push(importFault(kind, place, { where, detail }));
  }
}

/** Reads a QTI 3.0 package into a paper. It is whole only while `faults` stays empty. */
export function readQtiPackage(reading: QtiReading): PaperFile | null {
  const { test: path, paths } = resourcesIn(reading);
  if (path === null || !reading.files.has(path)) return null;
  const test = openQtiFile(reading, path, 'qti-assessment-test');
  const { root } = test;
  const all: Package = {
    ...reading,
    pictures: createPicturesOfPackage(reading),
    ...{ places: new Map(), stimuli: new Map(), key: {}, incomplete: false },
  };
  const { sessionId } = reading.target;
  const session = root.attributes['data-yk-session'] ?? sessionId;
  if (session !== sessionId) test.reject('session_other', root, { value: session, expected: sessionId });
  const title = root.attributes.title ?? '';
  if (title === '') test.reject('value_missing', root, { name: 'title' });
  const sections = elementsIn(root, 'qti-test-part').flatMap((part) =>
    elementsIn(part, 'qti-assessment-section').map((section) => sectionIn(all, test, section)),
  );
  const file: PaperFile = {
    paper: {
      ...{ id: idOf(root), sessionId, title },
      multipleChoiceRule: wordIn(test, root, 'data-yk-multiple-choice', MULTIPLE_CHOICE_RULES, 'exact'),
      shuffle: { items: yes(root, 'data-yk-shuffle-items'), options: yes(root, 'data-yk-shuffle-options') },
      sections,
      stimuli: [...all.stimuli.values()].sort((a, b) => position(paths, all, a) - position(paths, all, b)),
      pictures: all.pictures.pictures(paths),
    },
    key: all.key,
    marking: { differenceLimit: numberIn(test, root, 'data-yk-difference-limit', 0.2) },
  };
  showPaperFaults(all, file, test.place(root));
  return file;
}

/** Stimuli stand in the order in which the manifest names them. */
const position = (paths: readonly string[], { places }: Package, { id }: Stimulus): number =>
  paths.indexOf(places.get(`stimulus ${id}`)?.file ?? '');
