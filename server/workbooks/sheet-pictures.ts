import { elementsBelow, elementsIn, textOf, type XmlElement, xmlTree } from '../xml/xml-element.ts';
import type { PlacedPicture } from './cell.ts';
import { partLinks } from './part-links.ts';

type Files = ReadonlyMap<string, Buffer>;

/** Attributes of other namespaces keep the prefix that their file gave them. */
const linkId = ({ attributes }: XmlElement, name: string): string =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1] ?? '';

/** The picture that a drawn thing shows; null for a shape or a chart. */
function shown(files: Files, links: ReturnType<typeof partLinks>, drawn: XmlElement) {
  const path = elementsBelow(drawn, 'blip').map((blip) => links.get(linkId(blip, 'embed'))?.path)[0];
  const bytes = path === undefined ? undefined : files.get(path);
  return path !== undefined && bytes ? { path, bytes } : null;
}

/** The pictures that lie over a sheet, each at the cell under its upper left corner. */
export function floatingPictures(files: Files, sheetPath: string): PlacedPicture[] {
  const drawings = [...partLinks(files, sheetPath).values()].filter(({ type }) => type === 'drawing');
  return drawings.flatMap(({ path }) => {
    const bytes = files.get(path);
    if (!bytes) return [];
    const links = partLinks(files, path);
    return elementsIn(xmlTree(bytes, path)).flatMap((anchor) => {
      const [from] = elementsIn(anchor, 'from');
      const picture = shown(files, links, anchor);
      if (!from || !picture) return [];
      const at = (name: string) => Number(elementsIn(from, name).map(textOf)[0] ?? 0) + 1;
      return [{ row: at('row'), column: at('col'), ...picture }];
    });
  });
}

const CELL_IMAGES = 'xl/cellimages.xml';

/** WPS puts a picture into a cell by a formula, `=DISPIMG("ID_…",1)`: these are the pictures by that id. */
export function embeddedPictures(files: Files): Map<string, { path: string; bytes: Buffer }> {
  const bytes = files.get(CELL_IMAGES);
  const found = new Map<string, { path: string; bytes: Buffer }>();
  if (!bytes) return found;
  const links = partLinks(files, CELL_IMAGES);
  for (const image of elementsIn(xmlTree(bytes, CELL_IMAGES))) {
    const name = elementsBelow(image, 'cNvPr')[0]?.attributes.name ?? '';
    const picture = shown(files, links, image);
    if (picture) found.set(name, picture);
  }
  return found;
}

/** The id in a WPS formula; null for every other formula. */
export const embeddedPictureId = (formula: string): string | null =>
  /^=?(?:_xlfn\.)?DISPIMG\("([^"]+)"/i.exec(formula)?.[1] ?? null;
