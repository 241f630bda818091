import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { lastingFault, type RearFault, rearFaults } from '../../../shared/domain/rear-view.ts';
import type { Tilt } from '../../../shared/domain/tilt.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { RearMeasure } from './measure-rear.ts';

export interface RearViewState {
  /** The latest picture of the phone, as a data URL; null while there is none. */
  picture: string | null;
  /** What two pictures in a row have against them; null: nothing that a computer can see. */
  fault: RearFault | null;
  /** Two pictures were looked at. */
  judged: boolean;
  /** How the phone stands; null where it does not say. */
  tilt: Tilt | null;
}

export interface RearWatch extends Observable<RearViewState> {
  /** Looks again and again, often: the candidate stands beside the phone. */
  place(): void;
  /** What is seen now is right: from here on it is looked at now and then, also whether the phone was moved. */
  settle(): void;
  stop(): void;
}

const NOTHING: RearViewState = { picture: null, fault: null, judged: false, tilt: null };
/** The phone sends a picture in five seconds. */
const PLACING_MS = 5_000;
/** One small picture a minute is nothing to a thin line. */
const SETTLED_MS = 60_000;

interface Parts {
  http: HttpClient;
  eyes: RearMeasure;
  schedule(task: () => void, ms: number): () => void;
  /** While the exam is sat: a fault that is new, and null once it is gone. */
  onFault(fault: RearFault | null): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** Looks at what the phone sees, in pictures that the exam centre hands back; it advises and never holds anybody up (LOCK-3). */
export function createRearWatch({ http, eyes, schedule, onFault, log }: Parts): RearWatch {
  const state = createObservable<RearViewState>(NOTHING);
  let cancel = (): void => undefined;
  let looks: RearFault[][] = [];
  let lookedAt = 0;
  let settled = false;
  /** What the phone saw where it stood right. */
  let confirmed: readonly number[] | null = null;

  async function look(): Promise<void> {
    const { takenAt, jpeg, tilt } = await http('rearStill', {});
    if (takenAt === lookedAt) return;
    lookedAt = takenAt;
    const measured = { ...(await eyes.measure(jpeg, !settled)), tilt };
    const found = rearFaults(measured, confirmed);
    if (settled && confirmed === null && found.length === 0) confirmed = measured.sight;
    looks = [...looks.slice(-1), found];
    const fault = lastingFault(looks);
    const before = state.state.fault;
    state.set({ picture: `data:image/jpeg;base64,${jpeg}`, fault, judged: looks.length > 1, tilt });
    if (!settled || fault === before) return;
    onFault(fault);
    // Told; another move from there is another.
    if (fault === 'moved') confirmed = measured.sight;
  }

  function again(): void {
    cancel();
    let stopped = false;
    let cancelNext = (): void => undefined;
    cancel = () => {
      stopped = true;
      cancelNext();
    };
    const turn = (): void => {
      look()
        .catch((cause: unknown) => {
          // No phone, or no picture of it yet.
          if (!(cause instanceof Fault && cause.reason === 'not_found')) log('warn', `rear view: ${String(cause)}`);
        })
        .finally(() => {
          if (!stopped) cancelNext = schedule(turn, settled ? SETTLED_MS : PLACING_MS);
        });
    };
    turn();
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    place() {
      settled = false;
      confirmed = null;
      looks = [];
      state.set(NOTHING);
      again();
    },
    settle() {
      if (settled) return;
      settled = true;
      looks = [];
      eyes.close();
      again();
    },
    stop() {
      settled = false;
      cancel();
      eyes.close();
    },
  };
}
