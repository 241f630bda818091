import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { CLEAR_PERSON, countedPeople } from '../../../shared/domain/rear-people.ts';
import { lastingFault, type RearFault, type RearMeasures, rearFaults } from '../../../shared/domain/rear-view.ts';
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
  /** The last one clearly shows somebody; without the model nobody knows. */
  somebody: boolean;
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

const NOTHING: RearViewState = {
  ...{ picture: null, fault: null, judged: false },
  ...{ somebody: false, tilt: null },
};
/** The phone sends a picture in five seconds. */
const STEP_MS = 5_000;
/** One small picture a minute is nothing to a thin line; while a paper is open persons are looked for more often. */
const SETTLED_MS = 60_000;

interface Parts {
  http: HttpClient;
  eyes: RearMeasure;
  schedule(task: () => void, ms: number): () => void;
  elapsed(): number;
  /** Once the phone stands: how often persons are looked for; null: not at all. */
  peopleEveryMs(): number | null;
  /** Once the phone stands: what a picture shows in which persons were looked for, and what looking took, ms. */
  onPeople(seen: RearMeasures, tookMs: number): void;
  /** From `settle` on: a fault that is there or new, and null once it is gone. */
  onFault(fault: RearFault | null): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** Looks at what the phone sees, in pictures that the exam centre hands back; it advises and never holds anybody up (LOCK-3). */
export function createRearWatch(parts: Parts): RearWatch {
  const { http, eyes, schedule, elapsed, peopleEveryMs, onPeople, onFault, log } = parts;
  const state = createObservable<RearViewState>(NOTHING);
  let cancel = (): void => undefined;
  let looks: RearFault[][] = [];
  /** The picture that was seen last, by when it was taken; and when one was asked for that was seen, or judged. */
  let takenAtLast = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let judgedAt = Number.NEGATIVE_INFINITY;
  let settled = false;
  /** What the phone saw where it stood right. */
  let confirmed: readonly number[] | null = null;

  async function look(stopped: () => boolean): Promise<void> {
    askedAt = elapsed();
    const { takenAt, jpeg, tilt } = await http('rearStill', {});
    if (stopped() || takenAt === takenAtLast) return;
    takenAtLast = takenAt;
    const lookFor = { face: !settled, people: !settled || peopleEveryMs() !== null };
    const { tookMs, ...seen } = await eyes.measure(jpeg, lookFor);
    if (stopped()) return;
    const measured = { ...seen, tilt };
    if (settled && measured.people) onPeople(measured, tookMs);
    if (settled && askedAt - judgedAt < SETTLED_MS) return;
    judgedAt = askedAt;
    say(measured, jpeg);
  }

  function say(measured: RearMeasures, jpeg: string): void {
    const found = rearFaults(measured, confirmed);
    if (settled && confirmed === null && found.length === 0) confirmed = measured.sight;
    looks = [...looks.slice(-1), found];
    const fault = lastingFault(looks);
    const before = state.state.fault;
    const picture = `data:image/jpeg;base64,${jpeg}`;
    const somebody = countedPeople(measured.people ?? [], CLEAR_PERSON).length > 0;
    state.set({ picture, fault, judged: looks.length > 1, somebody, tilt: measured.tilt });
    if (!settled || fault === before) return;
    onFault(fault);
    // Told; another move from there is another.
    if (fault === 'moved') confirmed = measured.sight;
  }

  const isDue = (): boolean => !settled || elapsed() - askedAt >= (peopleEveryMs() ?? SETTLED_MS);

  function again(): void {
    cancel();
    let stopped = false;
    let cancelNext = (): void => undefined;
    cancel = () => {
      stopped = true;
      cancelNext();
    };
    const turn = (): void => {
      const looking = isDue() ? look(() => stopped) : Promise.resolve();
      looking
        .catch((cause: unknown) => {
          // No phone, or no picture of it yet.
          if (!(cause instanceof Fault && cause.reason === 'not_found')) log('warn', `rear view: ${String(cause)}`);
        })
        .finally(() => {
          if (!stopped) cancelNext = schedule(turn, STEP_MS);
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
      askedAt = Number.NEGATIVE_INFINITY;
      judgedAt = Number.NEGATIVE_INFINITY;
      // Whoever went on in spite of it: the proctor decides.
      if (state.state.fault) onFault(state.state.fault);
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
