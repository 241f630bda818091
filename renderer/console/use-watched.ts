import { useSyncExternalStore } from 'react';
import type { Watched } from './watched.ts';

/** The value now, and a new render whenever it changes. */
export function useWatched<Value>(watched: Watched<Value>): Value {
  return useSyncExternalStore(watched.subscribe, watched.get);
}
