import type { Attempt } from '../../../shared/contract/views.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { Connection } from '../session/connection.ts';

export interface HandState {
  /** Since when the exam centre knows that the candidate asks for the proctor, server ms; null: it is down. */
  raisedAt: number | null;
  /** What was pressed and has not reached the exam centre yet. */
  wanted: 'raise' | 'lower' | null;
  /** When the proctor lowered it, server ms; null once it is raised again. */
  seenAt: number | null;
}

/** Whether it is up as far as the candidate is concerned: what was pressed last counts, arrived or not. */
export const isHandUp = ({ wanted, raisedAt }: HandState): boolean => (wanted ? wanted === 'raise' : raisedAt !== null);

export interface RaisedHand extends Observable<HandState> {
  /** Raises it or takes it down; a press that has not arrived yet is taken back. */
  toggle(): void;
}

/** A request can stay without an answer on a line that seems to stand. */
const RETRY_MS = 5_000;

interface Parts {
  attempt: Observable<Attempt>;
  connection: Pick<Connection, 'request' | 'subscribe' | 'state'>;
  now(): number;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'info' | 'warn', text: string): void;
}

/** Asks for the proctor without leaving the paper; what is pressed while offline is told once the line is back (HAND-1). */
export function createRaisedHand({ attempt, connection, now, schedule, log }: Parts): RaisedHand {
  const state = createObservable<HandState>({ raisedAt: attempt.state.handRaisedAt, wanted: null, seenAt: null });
  let sending = false;
  let cancelRetry = (): void => undefined;

  async function send(): Promise<void> {
    const { wanted } = state.state;
    if (wanted === null || sending || !connection.state.online) return;
    sending = true;
    cancelRetry();
    const told = await connection.request('hand.raise', { raised: wanted === 'raise' }).then(
      () => true,
      (cause: unknown) => {
        log('warn', `hand not ${wanted}d: ${String(cause)}`);
        // Refused for good, or not heard: only the latter is said again.
        return cause instanceof Fault && cause.reason !== 'unreachable';
      },
    );
    sending = false;
    if (told && state.state.wanted === wanted) state.patch({ wanted: null });
    else if (told) void send();
    else cancelRetry = schedule(() => void send(), RETRY_MS);
  }

  attempt.subscribe(() => {
    const { handRaisedAt: raisedAt } = attempt.state;
    const before = state.state;
    if (raisedAt === before.raisedAt) return;
    const byProctor = raisedAt === null && before.wanted !== 'lower';
    state.patch({ raisedAt, seenAt: byProctor ? now() : null });
  });
  connection.subscribe(() => void send());

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    toggle() {
      state.patch({ wanted: isHandUp(state.state) ? 'lower' : 'raise', seenAt: null });
      void send();
    },
  };
}
