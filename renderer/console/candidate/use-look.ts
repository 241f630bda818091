import { useEffect } from 'react';
import { useDesk } from '../desk.ts';

/** Passing over a candidate on the way to another is no look. */
const LOOKED_AFTER_MS = 3_000;
const AGAIN_MS = 60_000;

/** Tells the exam centre that this candidate is being looked at: soon, and each minute that it lasts. */
export function useLook(attemptId: string): void {
  const { connection } = useDesk();
  useEffect(() => {
    const look = (): void => {
      connection
        .http('look', {}, { attemptId })
        .catch((cause: unknown) => console.warn('a look could not be kept', cause));
    };
    const first = setTimeout(look, LOOKED_AFTER_MS);
    const again = setInterval(look, AGAIN_MS);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [connection, attemptId]);
}
