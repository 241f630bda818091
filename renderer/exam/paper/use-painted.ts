import { useEffect, useState } from 'react';

/** Runs the task after the frame that is being made has been painted; returns how to call it off. */
export function afterPaint(task: () => void): () => void {
  let after: ReturnType<typeof setTimeout> | undefined;
  // Called before the frame is painted; what it schedules runs after that.
  const frame = requestAnimationFrame(() => {
    after = setTimeout(task);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(after);
  };
}

/** False until the first frame that shows the component has been painted: for what may be seen a frame later. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => setPainted(true)), []);
  return painted;
}
