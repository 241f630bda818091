import { useCallback, useEffect, useState } from 'react';
import { Fault } from '../../shared/support/fault.ts';

export interface Loaded<Value> {
  /** Null until it was loaded once; kept while it loads again. */
  value: Value | null;
  failure: unknown;
  /** How often somebody asked for it anew. */
  turn: number;
  reload: () => void;
}

/** What `load` brings, loaded again when `load` is another function or somebody asks. */
export function useLoaded<Value>(load: () => Promise<Value>): Loaded<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((now) => now + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: turn asks for a new reading without entering it
  useEffect(() => {
    let current = true;
    load().then(
      (loaded) => {
        if (!current) return;
        setValue(loaded);
        setFailure(null);
      },
      (cause: unknown) => {
        if (!current) return;
        if (!(cause instanceof Fault)) console.error('a page could not be loaded', cause);
        setFailure(cause);
      },
    );
    return () => {
      current = false;
    };
  }, [load, turn]);
  return { value, failure, turn, reload };
}
