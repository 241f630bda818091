import {
  type AnswerKey,
  type Item,
  type Option,
  type Stimulus,
  TRUE_FALSE_OPTIONS,
} from '../../../shared/domain/paper.ts';
import { bodyOut, paragraph, textElement } from './body-out.ts';
import { identified, qtiIdentifier } from './qti-identifier.ts';
import { fileOf, MATCH_CORRECT, QTI_NAMESPACE, THESIS_MIMES } from './qti-words.ts';
import { document, element, textOut } from './xml-text-out.ts';

type Source = (pictureId: string) => string;

const TRUE_FALSE_TEXT = { true: '正确', false: '错误' } as const;

function choice(
  response: string,
  options: readonly Option[],
  source: Source,
  asked: { many: boolean; fixed: boolean },
) {
  const choices = options.map(({ id, text, pictureId }) => {
    const picture = pictureId === undefined ? '' : element('img', { src: source(pictureId), alt: '' });
    const inside = textElement('span', {}, text);
    return element('qti-simple-choice', identified(id), inside, picture);
  });
  const attributes = { 'response-identifier': response, 'max-choices': asked.many ? 0 : 1, shuffle: !asked.fixed };
  return element('qti-choice-interaction', attributes, ...choices);
}

const written = (response: string, maxLength?: number): string =>
  element('qti-extended-text-interaction', { 'response-identifier': response, 'expected-length': maxLength });

function interactions(item: Item, source: Source): string[] {
  switch (item.kind) {
    case 'single_choice':
    case 'multiple_choice':
      return [
        choice('RESPONSE', item.options, source, { many: item.kind === 'multiple_choice', fixed: item.fixedOrder }),
      ];
    case 'true_false': {
      const options = TRUE_FALSE_OPTIONS.map((id) => ({ id, text: TRUE_FALSE_TEXT[id] }));
      return [choice('RESPONSE', options, source, { many: false, fixed: true })];
    }
    case 'text':
      return [written('RESPONSE', item.maxLength)];
    case 'calculation': {
      const result = { 'response-identifier': 'RESULT', 'data-yk-unit': item.unit };
      return [
        written('STEPS'),
        element('p', {}, element('qti-text-entry-interaction', result), textOut(` ${item.unit}`)),
      ];
    }
    case 'handling':
      return [
        choice('DECISION', item.decisions, source, { many: false, fixed: true }),
        written('ACTION', item.maxLength),
        written('REASON', item.maxLength),
      ];
    case 'thesis': {
      const { formats, maxBytes, minPages, maxPages } = item.limits;
      return [
        element('qti-upload-interaction', {
          'response-identifier': 'RESPONSE',
          type: formats.map((format) => THESIS_MIMES[format]).join(' '),
          ...{ 'data-yk-max-bytes': maxBytes, 'data-yk-min-pages': minPages, 'data-yk-max-pages': maxPages },
        }),
      ];
    }
  }
}

/** What each form answers with, by the names its interactions use. */
function responses(item: Item, keyed: AnswerKey[string] | undefined): string[] {
  const declare = (identifier: string, type: string, cardinality = 'single', correct: readonly string[] = []) =>
    element(
      'qti-response-declaration',
      { identifier, cardinality, 'base-type': type },
      correct.length === 0
        ? ''
        : element(
            'qti-correct-response',
            {},
            ...correct.map((id) => element('qti-value', {}, textOut(qtiIdentifier(id)))),
          ),
    );
  if ('options' in item || item.kind === 'true_false') {
    const correct = keyed?.kind === 'choice' ? keyed.correct : [];
    return [declare('RESPONSE', 'identifier', item.kind === 'multiple_choice' ? 'multiple' : 'single', correct)];
  }
  if (item.kind === 'calculation') return [declare('STEPS', 'string'), declare('RESULT', 'string')];
  if (item.kind === 'handling')
    return [declare('DECISION', 'identifier'), declare('ACTION', 'string'), declare('REASON', 'string')];
  return [declare('RESPONSE', item.kind === 'thesis' ? 'file' : 'string')];
}

function rubricOut(keyed: AnswerKey[string] | undefined): string {
  if (keyed?.kind !== 'rubric') return '';
  const criteria = keyed.criteria.map(({ id, text, points }) =>
    textElement('li', { 'data-yk-criterion': id, 'data-yk-points': points }, text),
  );
  const list = criteria.length === 0 ? '' : element('ol', { 'data-yk-criteria': 'true' }, ...criteria);
  const body = element('qti-content-body', {}, paragraph(keyed.rubric), list);
  return element('qti-rubric-block', { use: 'scoring', view: 'scorer' }, body);
}

/** One item with its key as a QTI 3.0 assessment item. */
export function itemOut(
  item: Item,
  keyed: AnswerKey[string] | undefined,
  stimulus: Stimulus | undefined,
  source: Source,
) {
  const isChoice = 'options' in item || item.kind === 'true_false';
  return document(
    element(
      'qti-assessment-item',
      {
        xmlns: QTI_NAMESPACE,
        ...identified(item.id),
        title: item.id,
        adaptive: false,
        'time-dependent': false,
        'data-yk-form': item.kind,
        'data-yk-document': item.kind === 'handling' ? item.documentId : undefined,
      },
      ...responses(item, keyed),
      element('qti-outcome-declaration', {
        ...{ identifier: 'SCORE', cardinality: 'single', 'base-type': 'float', 'normal-maximum': item.points },
      }),
      stimulus
        ? element('qti-assessment-stimulus-ref', {
            identifier: qtiIdentifier(stimulus.id),
            href: `../${encodeURI(fileOf('stimuli', stimulus.id, 'xml'))}`,
            title: stimulus.title,
          })
        : '',
      element('qti-item-body', {}, bodyOut(item.stem, source), ...interactions(item, source), rubricOut(keyed)),
      isChoice ? element('qti-response-processing', { template: MATCH_CORRECT }) : '',
    ),
  );
}
