import { useEffect } from 'react';
import type { PictureShelf } from '../../ui/content/pictures.ts';

/** Makes the pictures while the window has nothing else to do: the item that shows one does not wait for it. */
export function useReadyPictures(shelf: PictureShelf): void {
  useEffect(() => {
    const make = (): void => {
      if (shelf.makeNext()) waiting = requestIdleCallback(make);
    };
    let waiting = requestIdleCallback(make);
    return () => cancelIdleCallback(waiting);
  }, [shelf]);
}
