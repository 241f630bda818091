import { createContext, useContext, useEffect, useState } from 'react';
import type { Picture } from '../../../../shared/domain/content.ts';

/** A picture of the paper, ready to be shown. */
export interface ShownPicture {
  url: string;
  width: number;
  height: number;
}

export type PictureShelf = ReadonlyMap<string, ShownPicture>;

export const PictureContext = createContext<PictureShelf>(new Map());

/** The picture with that id, or undefined when the paper does not carry it. */
export const usePicture = (id: string): ShownPicture | undefined => useContext(PictureContext).get(id);

function toUrl({ mime, base64 }: Picture): string {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: mime }));
}

/** The paper's pictures as addresses of this window, made once: an image is decoded once, however often it is shown. */
export function usePictureShelf(pictures: readonly Picture[]): PictureShelf {
  const [shelf, setShelf] = useState<PictureShelf>(new Map());
  useEffect(() => {
    const made = new Map(pictures.map((one) => [one.id, { url: toUrl(one), width: one.width, height: one.height }]));
    setShelf(made);
    return () => {
      for (const { url } of made.values()) URL.revokeObjectURL(url);
    };
  }, [pictures]);
  return shelf;
}
