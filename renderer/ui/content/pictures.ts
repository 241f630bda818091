import { createContext, useContext, useEffect, useState } from 'react';
import type { Picture } from '../../../shared/domain/content.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';

/** A picture of the paper, ready to be shown. */
export interface ShownPicture {
  url: string;
  width: number;
  height: number;
}

export interface PictureShelf {
  /** Undefined when the paper does not carry it. */
  take(pictureId: string): ShownPicture | undefined;
  /** Makes one that nobody has wanted yet; false when none is left. */
  makeNext(): boolean;
  clear(): void;
}

function toUrl({ mime, base64 }: Picture): string {
  return URL.createObjectURL(new Blob([bytesOfBase64(base64)], { type: mime }));
}

/** The paper's pictures as addresses of this window, each made when it is first wanted: a paper opens without them. */
export function createPictureShelf(pictures: readonly Picture[]): PictureShelf {
  const shown = new Map<string, ShownPicture>();
  const make = (picture: Picture): ShownPicture => {
    const made = { url: toUrl(picture), width: picture.width, height: picture.height };
    shown.set(picture.id, made);
    return made;
  };
  return {
    take(pictureId) {
      const picture = pictures.find(({ id }) => id === pictureId);
      return shown.get(pictureId) ?? (picture && make(picture));
    },
    makeNext() {
      const next = pictures.find(({ id }) => !shown.has(id));
      if (next) make(next);
      return next !== undefined;
    },
    clear() {
      for (const { url } of shown.values()) URL.revokeObjectURL(url);
      shown.clear();
    },
  };
}

export const PictureContext = createContext<PictureShelf | null>(null);

export const usePicture = (id: string): ShownPicture | undefined => useContext(PictureContext)?.take(id);

/** The shelf of an open paper, emptied when it is put away. */
export function usePictureShelf(pictures: readonly Picture[]): PictureShelf {
  const [shelf] = useState(() => createPictureShelf(pictures));
  useEffect(() => shelf.clear, [shelf]);
  return shelf;
}
