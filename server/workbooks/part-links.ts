import { posix } from 'node:path';
import { elementsIn, xmlTree } from '../xml/xml-element.ts';

export interface PartLink {
  /** The last word of its type: worksheet, image, drawing. */
  type: string;
  /** Path inside the archive. */
  path: string;
}

/** What a part of a workbook refers to, by the id it uses for it. */
export function partLinks(files: ReadonlyMap<string, Buffer>, part: string): Map<string, PartLink> {
  const folder = posix.dirname(part);
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const bytes = files.get(path);
  const links = new Map<string, PartLink>();
  if (!bytes) return links;
  for (const { attributes } of elementsIn(xmlTree(bytes, path), 'Relationship')) {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (mode === 'External') continue;
    const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    links.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: inside });
  }
  return links;
}
