import type { PublishedResult } from '../../shared/contract/publication.ts';
import { button, element } from '../ui/element.ts';
import type { Answer } from './ask.ts';
import { momentText } from './moment-text.ts';
import type { ResultWords } from './words.ts';

type Session = PublishedResult['sessions'][number];

function scoreOf(words: ResultWords, { state, score, components }: Session): HTMLElement[] {
  if (state !== 'settled' || score === null) {
    const { what, next } = words.unscored[state === 'settled' ? 'unmarked' : state];
    return [element('p', { class: 'score without' }, what), element('p', { class: 'soft' }, next)];
  }
  const parts = components.map(({ title, points, weight, earned }) =>
    element('li', {}, element('b', {}, words.partPoints(earned, points)), words.part(title, weight)),
  );
  return [
    element('p', { class: 'score' }, words.score(score)),
    element('p', { class: 'soft' }, words.outOf),
    element('ul', { class: 'parts' }, ...parts),
  ];
}

function annotationsOf(words: ResultWords, { annotations }: Session): HTMLElement[] {
  if (annotations.length === 0) return [];
  return [
    ...annotations.map(({ text, at }) =>
      element(
        'div',
        { class: 'annotation' },
        element('p', {}, element('strong', {}, words.annotation)),
        // As it was written, in the language of whoever wrote it.
        element('p', { lang: 'zh-CN' }, text),
        element('p', {}, words.annotatedAt(momentText(at))),
      ),
    ),
    element('p', { class: 'soft' }, words.annotationWhy),
  ];
}

function published(words: ResultWords, answer: Answer, result: PublishedResult): HTMLElement[] {
  const { visibleFrom, corrected } = answer;
  const when = visibleFrom === null ? '' : momentText(visibleFrom);
  return [
    element(
      'section',
      { class: 'card' },
      element('h1', { tabindex: '-1' }, result.name),
      element('p', {}, words.of(result.occupation, result.level)),
      element('p', { class: 'soft' }, corrected ? words.correctedAt(when) : words.publishedAt(when)),
    ),
    ...result.sessions.map((session) =>
      element(
        'section',
        { class: 'card', 'data-session': session.sessionId, 'data-state': session.state },
        element('h2', {}, session.title),
        ...scoreOf(words, session),
        ...annotationsOf(words, session),
      ),
    ),
  ];
}

function notYet(words: ResultWords, { visibleFrom }: Answer): HTMLElement {
  return element(
    'section',
    { class: 'card' },
    element('h1', { tabindex: '-1' }, words.notYet),
    element('p', {}, visibleFrom === null ? words.notYetOpen : words.notYetAt(momentText(visibleFrom))),
  );
}

/** What the exam centre answered. */
export function resultView(words: ResultWords, answer: Answer, back: () => void): HTMLElement {
  const { result, dutyPhone, complaintPhone } = answer;
  return element(
    'div',
    {},
    ...(result ? published(words, answer, result) : [notYet(words, answer)]),
    element('p', { class: 'soft' }, words.phones(dutyPhone, complaintPhone)),
    button(words.again, 'quiet', back),
  );
}
