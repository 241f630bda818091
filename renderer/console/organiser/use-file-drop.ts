import { type DragEvent, useState } from 'react';

/** Takes files that are dropped on an element; `over` while some are held above it. Spread `target` on the element. */
export function useFileDrop(onFiles: (files: readonly [File, ...File[]]) => void) {
  const [over, setOver] = useState(false);
  const target = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [first, ...others] = event.dataTransfer.files;
      if (first) onFiles([first, ...others]);
    },
  };
  return { over, target };
}
