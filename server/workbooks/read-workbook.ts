import { stopReading } from '../xml/reading-error.ts';
import { elementsBelow, elementsIn, xmlTree } from '../xml/xml-element.ts';
import type { PlacedPicture, Sheet } from './cell.ts';
import { dateStyles } from './number-text.ts';
import { partLinks } from './part-links.ts';
import { sharedStrings } from './shared-strings.ts';
import { sheetCells } from './sheet-cells.ts';
import { embeddedPictureId, embeddedPictures, floatingPictures } from './sheet-pictures.ts';

export const WORKBOOK_PART = 'xl/workbook.xml';

/** Takes the cells whose formula shows an embedded picture out of a sheet: they are pictures, no formulas. */
function takeEmbedded(sheet: Omit<Sheet, 'pictures'>, embedded: ReturnType<typeof embeddedPictures>): PlacedPicture[] {
  const placed: PlacedPicture[] = [];
  for (const [row, cells] of sheet.rows) {
    for (const [column, content] of cells) {
      const id = content.kind === 'formula' ? embeddedPictureId(content.formula) : null;
      const picture = id === null ? undefined : embedded.get(id);
      if (!picture) continue;
      cells.delete(column);
      placed.push({ row, column, ...picture });
    }
  }
  return placed;
}

/**
 * The sheets of an XLSX file that was unpacked within limits. Read here and not by a library for writing workbooks,
 * because such a library walks every cell of a merged range, a data validation or a defined name: one short element
 * that names a whole sheet would hold up the server for good.
 */
export function readWorkbook(files: ReadonlyMap<string, Buffer>, mostRows: number): Sheet[] {
  const part = (path: string): Buffer => files.get(path) ?? stopReading('part_missing', { file: path });
  const workbook = xmlTree(part(WORKBOOK_PART), WORKBOOK_PART);
  const links = partLinks(files, WORKBOOK_PART);
  const linked = (type: string) => [...links.values()].find((link) => link.type === type)?.path ?? '';
  const since1904 = elementsIn(workbook, 'workbookPr')[0]?.attributes.date1904 ?? '0';
  const context = {
    strings: sharedStrings(files.get(linked('sharedStrings')), linked('sharedStrings')),
    dates: dateStyles(files.get(linked('styles')), linked('styles')),
    since1904: since1904 === '1' || since1904 === 'true',
    mostRows,
  };
  const embedded = embeddedPictures(files);
  const read = new Map<string, Sheet>();
  return elementsBelow(workbook, 'sheet').flatMap(({ attributes }) => {
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const link = links.get(id);
    // A sheet that is only a chart has no cells.
    if (link && link.type !== 'worksheet') return [];
    const path = link?.path ?? `xl/${id}`;
    const name = attributes.name ?? '';
    // Thousands of sheets may name the same large part: it is read for the first of them.
    const known = read.get(path);
    if (known) return [{ ...known, name }];
    const cells = sheetCells(part(path), path, name, context);
    const sheet = { ...cells, pictures: [...takeEmbedded(cells, embedded), ...floatingPictures(files, path)] };
    read.set(path, sheet);
    return [sheet];
  });
}
