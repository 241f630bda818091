import { useSyncExternalStore } from 'react';
import type { Observable } from './observable.ts';

/** The state of a manager, rendered anew whenever it changes. */
export function useObservable<State>(observable: Observable<State>): State {
  return useSyncExternalStore(observable.subscribe, () => observable.state);
}
