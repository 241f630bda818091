import { readXml } from './read-xml.ts';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  line: number;
  children: (XmlElement | string)[];
}

/** The whole tree of a small XML file. */
export function xmlTree(bytes: Buffer, file: string): XmlElement {
  const document: XmlElement = { name: '', attributes: {}, line: 0, children: [] };
  const open = [document];
  readXml(bytes, file, {
    open(tag) {
      const element = { ...tag, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(text) {
      open.at(-1)?.children.push(text);
    },
    close() {
      open.pop();
    },
  });
  // A well-formed document has exactly one root.
  return elementsIn(document)[0] as XmlElement;
}

export const elementsIn = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** All elements of that name, at any depth, in document order. */
export const elementsBelow = (parent: XmlElement, name: string): XmlElement[] =>
  elementsIn(parent).flatMap((child) => [...(child.name === name ? [child] : []), ...elementsBelow(child, name)]);

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
