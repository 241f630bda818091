import type { Block } from '../../../shared/domain/content.ts';
import { elementsBelow, elementsIn, type XmlElement } from '../../xml/xml-element.ts';
import type { PicturesOfPackage, QtiFile } from './qti-reading.ts';

/** Marks up words inside a line; the words are kept. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code dfn em i kbd label mark q s samp small span strong sub sup tt u var'.split(' '),
);
const BLOCK = new Set(
  'address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 p section qti-prompt qti-content-body'.split(
    ' ',
  ),
);
const LIST = new Set(['ol', 'ul']);
/** What XHTML takes for white space: an ideographic or a fixed space is none of it. */
const SPACE = /[ \t\r\n]+/g;

const keepsSpace = ({ name, attributes }: XmlElement): boolean =>
  name === 'pre' || attributes['xml:space'] === 'preserve';

const collapsed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').replace(/^ | $/g, ''))
    .join('\n');

interface BodyContext {
  file: QtiFile;
  pictures: PicturesOfPackage;
  /** True for an element that is not part of what is read, e.g. an interaction. */
  skip(element: XmlElement): boolean;
}

/** The content of an element: text, tables and pictures. What a paper cannot show is a fault, never left out silently. */
export function bodyIn(body: XmlElement, context: BodyContext): Block[] {
  const { file, pictures, skip } = context;
  const blocks: Block[] = [];
  let text = '';
  let kept = false;
  const flush = () => {
    const own = kept ? text : collapsed(text);
    if (own.trim() !== '') blocks.push({ kind: 'text', text: own });
    text = '';
    kept = false;
  };
  const enclosed = (element: XmlElement, keep: boolean, marks: readonly string[] = []) => {
    flush();
    text = marks[0] ?? '';
    walk(element, keep);
    flush();
  };
  const walk = (parent: XmlElement, keep: boolean): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        text += keep ? child : child.replace(SPACE, ' ');
        kept ||= keep && child !== '';
        continue;
      }
      const keepIn = keep || keepsSpace(child);
      if (skip(child)) continue;
      if (child.name === 'br') text += '\n';
      else if (INLINE.has(child.name)) walk(child, keepIn);
      else if (BLOCK.has(child.name) || child.name === 'pre') enclosed(child, keepIn);
      else if (LIST.has(child.name)) {
        for (const [at, item] of elementsIn(child).entries()) {
          enclosed(item, keepIn || keepsSpace(item), [child.name === 'ol' ? `${at + 1}. ` : '• ']);
        }
      } else if (child.name === 'img') {
        flush();
        const pictureId = pictures.shown(file, child);
        const alt = child.attributes.alt?.trim() ?? '';
        if (pictureId !== null && alt === '') file.reject('picture_text_missing', child, { id: pictureId });
        if (pictureId !== null) blocks.push({ kind: 'picture', pictureId, alt: child.attributes.alt ?? '' });
      } else if (child.name === 'table') {
        flush();
        blocks.push(tableIn(child, context));
      } else file.reject('element_unknown', child, { found: child.name });
    }
  };
  walk(body, keepsSpace(body));
  flush();
  return blocks;
}

/** The words of an element that holds nothing else. */
export function textIn(element: XmlElement, context: BodyContext): string {
  return bodyIn(element, context)
    .map((block) => {
      if (block.kind === 'text') return block.text;
      context.file.reject('element_unknown', element, { found: block.kind === 'table' ? 'table' : 'img' });
      return '';
    })
    .join('\n');
}

function tableIn(table: XmlElement, context: BodyContext): Block {
  const caption = elementsIn(table, 'caption')[0];
  const rows = elementsBelow(table, 'tr').map((row) => elementsIn(row));
  for (const cell of rows.flat()) {
    const spans = [cell.attributes.colspan, cell.attributes.rowspan];
    if (spans.some((span) => span !== undefined && span !== '1')) context.file.reject('merged_cells', cell);
  }
  return {
    kind: 'table',
    caption: caption ? textIn(caption, context) : '',
    header: elementsIn(table, 'thead').length > 0 || (rows[0] ?? []).every(({ name }) => name === 'th'),
    rows: rows.map((row) => row.map((cell) => textIn(cell, context))),
  };
}
