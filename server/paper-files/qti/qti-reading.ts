import { posix } from 'node:path';
import type {
  PaperImportFault,
  PaperImportFaultKind,
  PaperImportPlace,
} from '../../../shared/contract/paper-import.ts';
import type { Picture } from '../../../shared/domain/content.ts';
import { type XmlElement, xmlTree } from '../../xml/xml-element.ts';
import { importFault, type PaperTarget, stopReading } from '../paper-reading.ts';
import { pictureOfBytes } from '../picture-of-bytes.ts';

/** A package while it is read. */
export interface QtiReading {
  files: ReadonlyMap<string, Buffer>;
  /** Path of the manifest, which need not lie at the top. */
  manifest: string;
  target: PaperTarget;
  faults: PaperImportFault[];
}

/** One file of the package. */
export interface QtiFile {
  path: string;
  root: XmlElement;
  /** Records what is wrong with an element of it. */
  reject(kind: PaperImportFaultKind, at: XmlElement, params?: PaperImportFault['params']): void;
  place(at: XmlElement): PaperImportPlace;
}

/** What `href` in the file `from` means, as a path of the archive: itself or, where it is written as an address, decoded. */
export function linkedPath({ files }: QtiReading, from: string, href: string): string {
  const path = posix.join(posix.dirname(from), href);
  if (files.has(path)) return path;
  try {
    return posix.join(posix.dirname(from), decodeURI(href));
  } catch {
    return path;
  }
}

/** The names of QTI 2 and of QTI 3 differ by this. */
const PREFIX = 'qti-';
const camelCase = (name: string): string =>
  name.slice(PREFIX.length).replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());

/** Opens a file of the package whose root must be of that name. */
export function openQtiFile({ files, faults }: QtiReading, path: string, rootName: string): QtiFile {
  const bytes = files.get(path) ?? stopReading('file_missing', { file: path }, { href: path });
  const root = xmlTree(bytes, path);
  const place = (at: XmlElement): PaperImportPlace => ({ file: path, element: at.name, line: at.line });
  if (root.name !== rootName) {
    const old = root.name === camelCase(rootName);
    stopReading(old ? 'qti_version' : 'element_unknown', place(root), { found: root.name, expected: rootName });
  }
  return {
    path,
    root,
    place,
    reject: (kind, at, params = {}) => {
      faults.push(importFault(kind, place(at), params));
    },
  };
}

export interface PicturesOfPackage {
  /** The id of the picture that an `img` of this file shows; null, with a fault, where there is none. */
  shown(file: QtiFile, image: XmlElement): string | null;
  /** Those that were shown, in the order in which the manifest names them. */
  pictures(order: readonly string[]): Picture[];
}

export function createPicturesOfPackage(reading: QtiReading): PicturesOfPackage {
  const byPath = new Map<string, Picture | null>();
  const idOf = (path: string): string => {
    const stem = posix.basename(path, posix.extname(path));
    try {
      return decodeURIComponent(stem);
    } catch {
      return stem;
    }
  };
  return {
    shown(file, image) {
      const source = image.attributes.src ?? '';
      const path = linkedPath(reading, file.path, source);
      const bytes = reading.files.get(path);
      if (!bytes) {
        file.reject('picture_missing', image, { id: source });
        return null;
      }
      if (!byPath.has(path)) {
        const read = pictureOfBytes(idOf(path), bytes);
        if (typeof read === 'string') file.reject(read, image, { id: source });
        byPath.set(path, typeof read === 'string' ? null : read);
      }
      return byPath.get(path)?.id ?? null;
    },
    pictures: (order) => {
      const position = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length);
      return [...byPath].sort(([a], [b]) => position(a) - position(b)).flatMap(([, picture]) => picture ?? []);
    },
  };
}
