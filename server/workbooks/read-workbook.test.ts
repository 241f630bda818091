import { expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.ts';

const SHEETS = 20_000;
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook whose sheets all name one part of a thousand rows. */
function repeatedSheets(): Map<string, Buffer> {
  const sheets = Array.from({ length: SHEETS }, (_, at) => `<sheet name="s${at}" sheetId="${at + 1}" r:id="r1"/>`);
  const rows = Array.from({ length: 1_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`);
  return new Map(
    Object.entries({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    }).map(([name, text]) => [name, Buffer.from(text)]),
  );
}

it('a part that thousands of sheets name is read once', () => {
  const sheets = readWorkbook(repeatedSheets(), 3_000);
  expect(sheets).toHaveLength(SHEETS);
  const [first, last] = [sheets[0], sheets.at(-1)];
  expect([first?.name, last?.name]).toEqual(['s0', `s${SHEETS - 1}`]);
  expect(last?.rows).toBe(first?.rows);
  expect(first?.rows.size).toBe(1_000);
});
