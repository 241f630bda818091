import { SaxesParser } from 'saxes';
import { stopReading } from './reading-error.ts';
import { xmlText } from './xml-text.ts';

export interface XmlTag {
  /** Without its namespace prefix. */
  name: string;
  /** By name; those with a prefix keep it. */
  attributes: Record<string, string>;
  line: number;
}

export interface XmlHandler {
  open(tag: XmlTag): void;
  text(text: string): void;
  close(name: string): void;
}

/** Far deeper than any paper or workbook; whoever walks a tree may then do so by recursion. */
const DEEPEST = 100;
const CHUNK = 65_536;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks an XML file in its order. Throws a `ReadingError` for what is not well formed; resolves nothing. */
export function readXml(bytes: Buffer, file: string, handler: XmlHandler): void {
  const text = xmlText(bytes, file);
  const parser = new SaxesParser({ position: true });
  let depth = 0;
  parser.on('error', (cause) => {
    stopReading('xml_malformed', { file, line: parser.line }, { message: cause.message.replace(/^\d+:\d+: /, '') });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) stopReading('xml_too_deep', { file, line: parser.line }, { limit: DEEPEST });
    handler.open({ name: localName(name), attributes: attributes as Record<string, string>, line: parser.line });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  parser.on('text', (content) => handler.text(content));
  parser.on('cdata', (content) => handler.text(content));
  // In pieces, so that a handler that has seen enough stops the reading early.
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
}
