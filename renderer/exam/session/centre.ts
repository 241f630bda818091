import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { ServerClock } from './server-clock.ts';

export interface CentreState {
  /** Empty until the first answer. */
  examinations: readonly Examination[];
  reach: 'asking' | 'reachable' | 'unreachable';
  /** Why not, when unreachable. */
  fault: Fault | null;
}

export interface Centre extends Observable<CentreState> {
  /** Asks now instead of at the next turn. */
  ask(): void;
  /** Signed in: the connection takes over. */
  stop(): void;
}

const AGAIN_MS = 10_000;

interface Parts {
  http: HttpClient;
  clock: ServerClock;
  schedule(task: () => void, ms: number): () => void;
}

/** Whether the exam centre can be reached before anybody has signed in, and which examinations it holds. */
export function watchCentre({ http, clock, schedule }: Parts): Centre {
  const state = createObservable<CentreState>({ examinations: [], reach: 'asking', fault: null });
  let cancel = () => {};
  let stopped = false;

  async function ask(): Promise<void> {
    cancel();
    try {
      const { examinations, protocol } = await clock.timed(() => http('examinations', {}));
      if (protocol !== PROTOCOL_VERSION) throw new Fault('protocol_mismatch');
      state.set({ examinations, reach: 'reachable', fault: null });
    } catch (cause) {
      state.patch({ reach: 'unreachable', fault: cause instanceof Fault ? cause : new Fault('server_error') });
    }
    if (!stopped) cancel = schedule(() => void ask(), AGAIN_MS);
  }

  void ask();
  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    ask() {
      state.patch({ reach: 'asking' });
      void ask();
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
