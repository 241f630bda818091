import {
  type AnswerKey,
  type Criterion,
  type Item,
  type Option,
  THESIS_FORMATS,
  TRUE_FALSE_OPTIONS,
} from '../../../shared/domain/paper.ts';
import { elementsBelow, elementsIn, textOf, type XmlElement } from '../../xml/xml-element.ts';
import { bodyIn, textIn } from './body-in.ts';
import { idOf } from './qti-identifier.ts';
import type { PicturesOfPackage, QtiFile } from './qti-reading.ts';
import { THESIS_MIMES, USUAL_LENGTH } from './qti-words.ts';

interface ItemContext {
  file: QtiFile;
  pictures: PicturesOfPackage;
  stimulusId: string;
}

const INTERACTION = /^qti-.*-interaction$/;
const MEGABYTE = 1_048_576;

const isInteraction = ({ name }: XmlElement): boolean => INTERACTION.test(name);
const isForScorers = ({ name, attributes }: XmlElement): boolean =>
  name === 'qti-rubric-block' && /\bscorer\b/.test(attributes.view ?? '');

/** All interactions below an element, in document order. */
const interactionsBelow = (parent: XmlElement): XmlElement[] =>
  elementsIn(parent).flatMap((child) => [...(isInteraction(child) ? [child] : []), ...interactionsBelow(child)]);

/** A number that an attribute holds; `otherwise` without it, and with a fault for what is none. */
export function numberIn(file: QtiFile, at: XmlElement, attribute: string, otherwise: number): number {
  const text = at.attributes[attribute];
  if (text === undefined || text.trim() === '') return otherwise;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  file.reject('value_not_number', at, { value: text, name: attribute });
  return otherwise;
}

function pointsIn(file: QtiFile): number {
  const declared = elementsIn(file.root, 'qti-outcome-declaration');
  const named = (name: string) => declared.find(({ attributes }) => attributes.identifier === name);
  const score = named('SCORE');
  const most = named('MAXSCORE');
  const text = score?.attributes['normal-maximum'] ?? (most && elementsBelow(most, 'qti-value').map(textOf)[0]);
  const points = Number(text);
  if (text !== undefined && points > 0 && Number.isFinite(points)) return points;
  if (text === undefined) file.reject('value_missing', score ?? file.root, { name: 'SCORE normal-maximum' });
  else file.reject('value_out_of_range', score ?? file.root, { value: text, from: 0.01, to: 1_000 });
  return 1;
}

function optionsIn(interaction: XmlElement, { file, pictures }: ItemContext): Option[] {
  const choices = elementsIn(interaction, 'qti-simple-choice');
  if (choices.length < 2) file.reject('element_missing', interaction, { expected: 'qti-simple-choice' });
  return choices.map((choice) => {
    const id = idOf(choice);
    const images = elementsBelow(choice, 'img');
    if (images.length > 1) file.reject('element_twice', choice, { found: 'img' });
    const pictureId = images[0] ? pictures.shown(file, images[0]) : null;
    const text = textIn(choice, { file, pictures, skip: ({ name }) => name === 'img' });
    return { id, text, ...(pictureId === null ? {} : { pictureId }) };
  });
}

/** The right answer of an interaction, by the ids of its choices. */
function correctIn({ root }: QtiFile, interaction: XmlElement): string[] {
  const ids = new Map(
    elementsIn(interaction, 'qti-simple-choice').map((choice) => [choice.attributes.identifier ?? '', idOf(choice)]),
  );
  const identifier = interaction.attributes['response-identifier'];
  return elementsIn(root, 'qti-response-declaration')
    .filter(({ attributes }) => attributes.identifier === identifier)
    .flatMap((declaration) => elementsIn(declaration, 'qti-correct-response'))
    .flatMap((correct) => elementsIn(correct, 'qti-value'))
    .map((value) => textOf(value).trim())
    .map((name) => ids.get(name) ?? name);
}

function criteriaIn(list: XmlElement, context: ItemContext): Criterion[] {
  const { file, pictures } = context;
  return elementsIn(list, 'li').map((line) => {
    const points = numberIn(file, line, 'data-yk-points', 0);
    if (points <= 0) file.reject('value_missing', line, { name: 'data-yk-points' });
    const id = line.attributes['data-yk-criterion'] ?? '';
    if (id === '') file.reject('value_missing', line, { name: 'data-yk-criterion' });
    return { id, text: textIn(line, { file, pictures, skip: () => false }), points };
  });
}

function rubricIn(body: XmlElement, context: ItemContext): AnswerKey[string] | null {
  const { file, pictures } = context;
  const blocks = elementsBelow(body, 'qti-rubric-block').filter(isForScorers);
  const isCriteria = ({ attributes }: XmlElement) => attributes['data-yk-criteria'] === 'true';
  const rubric = blocks.map((block) => textIn(block, { file, pictures, skip: isCriteria })).join('\n');
  const lists = blocks.flatMap((block) => elementsBelow(block, 'ol').filter(isCriteria));
  if (rubric === '') return null;
  return { kind: 'rubric', rubric, criteria: lists.flatMap((list) => criteriaIn(list, context)) };
}

/** An item and its key; null, with a fault, when it is answered in a way that a paper has not. */
export function itemIn(context: ItemContext): { item: Item; key: AnswerKey[string] | null } | null {
  const { file, pictures, stimulusId } = context;
  const [body] = elementsIn(file.root, 'qti-item-body');
  if (!body) {
    file.reject('element_missing', file.root, { expected: 'qti-item-body' });
    return null;
  }
  const interactions = interactionsBelow(body);
  const skip = (element: XmlElement) => isInteraction(element) || isForScorers(element);
  const prompts = interactions.flatMap((interaction) => elementsIn(interaction, 'qti-prompt'));
  const stem = [body, ...prompts].flatMap((part) => bodyIn(unlabelled(part), { file, pictures, skip }));
  if (stem.length === 0) file.reject('value_missing', body, { name: 'qti-item-body' });
  const base = {
    id: idOf(file.root),
    points: pointsIn(file),
    stem,
    ...(stimulusId === '' ? {} : { stimulusId }),
  };
  const [first, ...more] = interactions;
  const form = interactions.map(({ name }) => name.slice('qti-'.length, -'-interaction'.length)).join(' ');
  const rubric = () => rubricIn(body, context);
  if (!first) file.reject('element_missing', body, { expected: 'qti-…-interaction' });
  if (!first) return null;
  const maxLength = (at: XmlElement) => numberIn(file, at, 'expected-length', USUAL_LENGTH);
  switch (form) {
    case 'choice': {
      const options = optionsIn(first, context);
      const correct = correctIn(file, first);
      const key = correct.length === 0 ? null : { kind: 'choice' as const, correct };
      const names = options.map(({ id }) => id);
      const isTrueFalse = names.length === 2 && TRUE_FALSE_OPTIONS.every((name) => names.includes(name));
      if (isTrueFalse && file.root.attributes['data-yk-form'] !== 'single_choice')
        return { item: { ...base, kind: 'true_false' }, key };
      const kind = first.attributes['max-choices'] === '1' ? 'single_choice' : 'multiple_choice';
      return { item: { ...base, kind, options, fixedOrder: first.attributes.shuffle !== 'true' }, key };
    }
    case 'extended-text':
      return { item: { ...base, kind: 'text', maxLength: maxLength(first) }, key: rubric() };
    case 'text-entry':
    case 'extended-text text-entry': {
      const unit = (more[0] ?? first).attributes['data-yk-unit'] ?? '';
      return { item: { ...base, kind: 'calculation', unit }, key: rubric() };
    }
    case 'choice extended-text extended-text': {
      const documentId = file.root.attributes['data-yk-document'] ?? '';
      const decisions = optionsIn(first, context);
      const item = {
        ...base,
        kind: 'handling' as const,
        documentId,
        decisions,
        maxLength: maxLength(more[0] ?? first),
      };
      return { item, key: rubric() };
    }
    case 'upload': {
      const types = (first.attributes.type ?? '').split(/\s+/);
      const named = types.flatMap((type) => THESIS_FORMATS.filter((format) => THESIS_MIMES[format] === type));
      const limits = {
        formats: named.length > 0 ? named : [...THESIS_FORMATS],
        maxBytes: numberIn(file, first, 'data-yk-max-bytes', 20 * MEGABYTE),
        minPages: numberIn(file, first, 'data-yk-min-pages', 0),
        maxPages: numberIn(file, first, 'data-yk-max-pages', 100),
      };
      return { item: { ...base, kind: 'thesis', limits }, key: rubric() };
    }
    default: {
      const unknown = interactions.find(({ name }) => !KNOWN.has(name)) ?? first;
      file.reject('interaction_unknown', unknown, { found: interactions.map(({ name }) => name).join(' + ') });
      return null;
    }
  }
}
const KNOWN = new Set([
  'qti-choice-interaction',
  'qti-extended-text-interaction',
  'qti-text-entry-interaction',
  'qti-upload-interaction',
]);

/** Without the paragraphs that only carry the field for a short answer and the unit behind it. */
const unlabelled = (part: XmlElement): XmlElement => ({
  ...part,
  children: part.children.filter(
    (child) =>
      typeof child === 'string' || !elementsIn(child).some((field) => field.attributes['data-yk-unit'] !== undefined),
  ),
});
