import { possibleText } from '../../xml/possible-text.ts';

const ESCAPES: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' },
};

const escaped = (text: string, what: RegExp): string =>
  possibleText(text).replace(what, (character) => ESCAPES[character] ?? character);

export const textOut = (text: string): string => escaped(text, /[&<>\r]/g);

type Attributes = Record<string, string | number | boolean | undefined>;

/** An element with attributes that are given and children that are markup already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const own = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(`${value}`, /[&<>"\n\r\t]/g)}"`)
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${own}/>` : `<${name}${own}>${inside}</${name}>`;
}

export const document = (root: string): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, 'utf8');
