import { type RefObject, useLayoutEffect, useState } from 'react';
import type { GridRoom } from './wall-grid.ts';

/** The inner size of an element, followed. */
export function useRoom(element: RefObject<HTMLElement | null>): GridRoom {
  const [room, setRoom] = useState<GridRoom>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => setRoom({ width: measured.clientWidth, height: measured.clientHeight }));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
