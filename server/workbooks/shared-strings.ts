import { readXml } from '../xml/read-xml.ts';

/** Spreadsheets write characters that XML cannot hold as `_x000D_`; a line break is one character, whoever wrote it. */
export const cellText = (written: string): string =>
  written
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

/** Collects the text of `t` elements, without the readings (`rPh`) that stand beside Chinese or Japanese. */
export function textCollector() {
  let text = '';
  let inside = false;
  let reading = 0;
  return {
    open(name: string) {
      if (name === 'rPh') reading += 1;
      inside = name === 't' && reading === 0;
    },
    text(part: string) {
      if (inside) text += part;
    },
    close(name: string) {
      if (name === 'rPh') reading -= 1;
      if (name === 't') inside = false;
    },
    /** What was collected; begins anew. */
    take(): string {
      const taken = text;
      text = '';
      return cellText(taken);
    },
  };
}

/** The texts that cells refer to by number; formatting inside a text is dropped, its words are kept. */
export function sharedStrings(bytes: Buffer | undefined, file: string): string[] {
  const strings: string[] = [];
  if (!bytes) return strings;
  const collector = textCollector();
  readXml(bytes, file, {
    open: ({ name }) => collector.open(name),
    text: (part) => collector.text(part),
    close(name) {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
