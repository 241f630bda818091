/** A value that changes, and a way to hear of it: what every manager of this window shows to the screens. */
export interface Observable<State> {
  readonly state: State;
  /** Calls `listener` after each change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export interface Writable<State> extends Observable<State> {
  set(next: State): void;
  patch(change: Partial<State>): void;
}

/** Listeners are called only when the value, or for `patch` one of the members, is another one. */
export function createObservable<State>(initial: State): Writable<State> {
  const listeners = new Set<() => void>();
  let state = initial;
  const set = (next: State): void => {
    if (Object.is(next, state)) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    patch(change) {
      const changed = (Object.keys(change) as (keyof State)[]).some((key) => !Object.is(state[key], change[key]));
      if (changed) set({ ...state, ...change });
    },
  };
}

/** Resolves with the state once `holds` is true of it. */
export function until<State>(observable: Observable<State>, holds: (state: State) => boolean): Promise<State> {
  return new Promise((resolve) => {
    if (holds(observable.state)) {
      resolve(observable.state);
      return;
    }
    const stop = observable.subscribe(() => {
      if (!holds(observable.state)) return;
      stop();
      resolve(observable.state);
    });
  });
}
