import type { Block } from '../../../shared/domain/content.ts';

/**
 * Text, tables and pictures in one cell: `[[表:T1]]` and `[[图:P1]]` stand where a table or a picture belongs, `[[图:P1|…]]`
 * describes it in other words here, `[[段]]` begins another text. A backslash before it makes it ordinary text.
 */
const WORDS = '表|图|段|table|picture|break';
const MARKER = new RegExp(
  `(\\\\*)\\[\\[(${WORDS})(?:[:：]\\s*([^\\]|]+?)\\s*(?:\\|((?:[^\\]]|\\](?!\\]))*))?)?\\]\\]`,
  'gi',
);
const LITERAL = new RegExp(`\\\\*\\[\\[(?=\\s*(?:${WORDS}))`, 'gi');
const ESCAPED = new RegExp(`\\\\(\\\\*\\[\\[(?=\\s*(?:${WORDS})))`, 'gi');
const UNFINISHED = new RegExp(`(?<!\\\\)\\[\\[\\s*(?:${WORDS})[^\\]\\n]{0,30}`, 'i');

export type ContentPart =
  | { kind: 'text'; text: string }
  | { kind: 'table'; id: string }
  | { kind: 'picture'; id: string; alt: string | null }
  /** Looks like a marker and is none. */
  | { kind: 'unfinished'; text: string };

const MARKER_KIND: Record<string, 'table' | 'picture' | 'break'> = {
  ...{ 表: 'table', 图: 'picture', 段: 'break' },
  ...{ table: 'table', picture: 'picture', break: 'break' },
};

/** The parts of a cell's text in their order. A line break beside a marker belongs to the marker. */
export function contentParts(text: string): ContentPart[] {
  const parts: ContentPart[] = [];
  const addText = (piece: string, afterMarker: boolean, beforeMarker: boolean) => {
    const start = afterMarker && piece.startsWith('\n') ? 1 : 0;
    const end = beforeMarker && piece.endsWith('\n') && piece.length > start ? piece.length - 1 : piece.length;
    const own = piece.slice(start, end);
    if (own.trim() === '') return;
    const unfinished = UNFINISHED.exec(own);
    if (unfinished) parts.push({ kind: 'unfinished', text: unfinished[0] });
    parts.push({ kind: 'text', text: own.replace(ESCAPED, '$1') });
  };
  let from = 0;
  for (const found of text.matchAll(MARKER)) {
    const [whole, slashes, word = '', id, alt] = found;
    const kind = MARKER_KIND[word.toLowerCase()];
    if (slashes !== '' || !kind || (kind !== 'break' && id === undefined)) continue;
    addText(text.slice(from, found.index), from > 0, true);
    if (kind === 'table') parts.push({ kind, id: id ?? '' });
    if (kind === 'picture') parts.push({ kind, id: id ?? '', alt: alt?.trim() || null });
    from = found.index + whole.length;
  }
  addText(text.slice(from), from > 0, false);
  return parts;
}

/** Cuts nothing: what `contentParts` reads out of it is the content again. `nameTable` gives each table its id. */
export function contentText(
  content: readonly Block[],
  nameTable: (table: Block & { kind: 'table' }) => string,
  usualAlt: (pictureId: string) => string,
): string {
  const lines: string[] = [];
  let before: Block | null = null;
  for (const block of content) {
    if (block.kind === 'text') {
      if (before?.kind === 'text') lines.push('[[段]]');
      lines.push(block.text.replace(LITERAL, '\\$&'));
    } else if (block.kind === 'table') lines.push(`[[表:${nameTable(block)}]]`);
    else {
      const own = usualAlt(block.pictureId) === block.alt ? '' : `|${block.alt}`;
      lines.push(`[[图:${block.pictureId}${own}]]`);
    }
    before = block;
  }
  return lines.join('\n');
}
