import { stopReading } from './reading-error.ts';

const UTF16 = { utf16le: [0xff, 0xfe], utf16be: [0xfe, 0xff] } as const;

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/**
 * The text of an XML file in UTF-8, or in UTF-16 with its byte order mark. Anything else is a fault, and so is every
 * document type: it is what external and multiplying entities are declared in, and nothing our files need.
 */
export function xmlText(bytes: Buffer, file: string): string {
  const encoding = startsWith(bytes, UTF16.utf16le)
    ? 'utf-16le'
    : startsWith(bytes, UTF16.utf16be)
      ? 'utf-16be'
      : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return stopReading('xml_encoding', { file }, { encoding });
  }
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? encoding;
  const fits = encoding === 'utf-8' ? /^(utf-8|us-ascii)$/i : /^utf-16/i;
  if (!fits.test(declared)) return stopReading('xml_encoding', { file }, { encoding: declared });
  const found = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (!found) return text;
  const line = text.slice(0, found.index).split('\n').length;
  return stopReading('xml_doctype', { file, element: found[0].slice(2).toUpperCase(), line });
}
