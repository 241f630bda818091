import type { PeFile } from './pe-file.ts';
import type { ReadAt } from './read-at.ts';

const MOST_BYTES = 256 * 1024;
const DEEPEST = 12;
/** 2.5.4.3 and 2.5.4.10: the common name and the organisation. */
const NAME_IDS: readonly string[] = ['550403', '55040a'];
const OBJECT_IDENTIFIER = 0x06;
const STRINGS: Readonly<Record<number, BufferEncoding | 'utf16be'>> = {
  12: 'utf8',
  19: 'latin1',
  20: 'latin1',
  22: 'latin1',
  30: 'utf16be',
};

interface Element {
  tag: number;
  content: Buffer;
}

/** The DER elements that lie one after another, as far as they are whole. */
function* elementsIn(bytes: Buffer): Generator<Element> {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (lengthBytes > 4 || first === 0x80 || at + 2 + lengthBytes > bytes.length) return;
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
    const start = at + 2 + lengthBytes;
    if (start + length > bytes.length) return;
    yield { tag, content: bytes.subarray(start, start + length) };
    at = start + length;
  }
}

const isConstructed = (tag: number): boolean => (tag & 0x20) !== 0;

function textOf({ tag, content }: Element): string | null {
  const encoding = STRINGS[tag];
  if (!encoding) return null;
  if (encoding !== 'utf16be') return content.toString(encoding).trim();
  return content.length % 2 === 0 ? Buffer.from(content).swap16().toString('utf16le').trim() : null;
}

/** Names and organisations wherever they stand: pairs of a name's identifier and a text. */
function* namesIn(bytes: Buffer, depth = 0): Generator<string> {
  if (depth > DEEPEST) return;
  let named = false;
  for (const element of elementsIn(bytes)) {
    const text = named ? textOf(element) : null;
    if (text) yield text;
    named = element.tag === OBJECT_IDENTIFIER && NAME_IDS.includes(element.content.toString('hex'));
    if (isConstructed(element.tag)) yield* namesIn(element.content, depth + 1);
  }
}

/**
 * Names and organisations in the certificates of the file's signature, those of their authorities among them. The
 * signature is not verified: nobody gains by claiming to be a program that may not run.
 */
export async function readSignerNames(pe: PeFile, readAt: ReadAt): Promise<readonly string[]> {
  if (!pe.signature) return [];
  const bytes = await readAt(pe.signature.offset, Math.min(pe.signature.size, MOST_BYTES));
  // Its length, revision and kind, then the signature.
  return [...new Set(namesIn(bytes.subarray(8)))];
}
