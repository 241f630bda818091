import type { Block } from '../../../shared/domain/content.ts';
import { element, textOut } from './xml-text-out.ts';

/** Whether a text survives what XHTML does to white space: every line begins and ends with ink, one space at a time. */
const survives = (text: string): boolean => !/\r|\t| {2}|(?:^|\n) | (?:\n|$)/.test(text);

const lines = (text: string): string => text.split('\n').map(textOut).join('<br/>');

/** An element whose text comes back as it was. */
export function textElement(name: string, attributes: Record<string, string | number>, text: string): string {
  if (survives(text)) return element(name, attributes, lines(text));
  return element(name, { ...attributes, 'xml:space': 'preserve' }, textOut(text));
}

export const paragraph = (text: string): string =>
  survives(text) ? element('p', {}, lines(text)) : element('pre', {}, textOut(text));

/** Content as XHTML. `source` gives the path of a picture as this file has to write it. */
export function bodyOut(content: readonly Block[], source: (pictureId: string) => string): string {
  return content
    .map((block) => {
      if (block.kind === 'text') return paragraph(block.text);
      if (block.kind === 'picture')
        return element('p', {}, element('img', { src: source(block.pictureId), alt: block.alt }));
      const row = (cell: 'th' | 'td') => (cells: readonly string[]) =>
        element('tr', {}, ...cells.map((text) => textElement(cell, {}, text)));
      const [first = [], ...rest] = block.rows;
      // A part of a table holds a row at least: a heading alone is the body, and its cells say what it is.
      const hasHead = block.header && rest.length > 0;
      const body = hasHead ? rest : block.rows;
      return element(
        'table',
        {},
        block.caption === '' ? '' : textElement('caption', {}, block.caption),
        hasHead ? element('thead', {}, row('th')(first)) : '',
        element('tbody', {}, ...body.map(row(block.header && !hasHead ? 'th' : 'td'))),
      );
    })
    .join('\n');
}
