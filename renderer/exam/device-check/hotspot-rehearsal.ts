import type { MonotonicClock } from '../../../shared/support/clock.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { ConnectionState } from '../session/connection.ts';
import { passed, type Verdict, warned } from './verdict.ts';

/** Why somebody cannot or does not want to try it. Nobody is kept from the examination by it (LOCK-3). */
export const SKIP_REASONS = ['no_hotspot', 'no_wifi', 'not_now'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface RehearsalState {
  /** `ready`: waits for the candidate to change the network. `lost`: the exam centre is away, and not back yet. */
  step: 'idle' | 'ready' | 'lost';
  /** On the monotonic clock, while lost. */
  lostAt: number | null;
}

export interface HotspotRehearsal extends Observable<RehearsalState> {
  begin(): void;
  skip(reason: SkipReason): void;
  /** Back to where it was, with nothing settled. */
  stop(): void;
}

interface Parts {
  connection: Observable<ConnectionState> & {
    on(name: 'network.seen', listener: (seen: { address: string }) => void): void;
  };
  monotonic: MonotonicClock;
  settle(verdict: Verdict): void;
}

const IDLE: RehearsalState = { step: 'idle', lostAt: null };

/**
 * Rehearses the change to the phone's hotspot. Proved is that the exam centre was lost and reached again, how long that
 * took, and whether it sees this computer at another address since; that the other network is a phone is not.
 */
export function createHotspotRehearsal({ connection, monotonic, settle }: Parts): HotspotRehearsal {
  const state = createObservable<RehearsalState>(IDLE);
  /** Where the exam centre sees this computer now, and where it did when the rehearsal began. */
  let address: string | null = null;
  let before: string | null = null;

  function back(lostAt: number): void {
    const seconds = (monotonic.elapsed() - lostAt) / 1_000;
    state.set(IDLE);
    settle(before !== null && address !== before ? passed(seconds) : warned('same_network', seconds));
  }

  connection.on('network.seen', (seen) => {
    address = seen.address;
    // Told right after each connection: only with it can be said whether the network is another one.
    const { step, lostAt } = state.state;
    if (step === 'lost' && lostAt !== null) back(lostAt);
  });
  connection.subscribe(() => {
    const away = !connection.state.online;
    if (state.state.step === 'ready' && away) state.set({ step: 'lost', lostAt: monotonic.elapsed() });
  });

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    begin() {
      before = address;
      const away = !connection.state.online;
      state.set(away ? { step: 'lost', lostAt: monotonic.elapsed() } : { step: 'ready', lostAt: null });
    },
    skip(reason) {
      state.set(IDLE);
      settle(warned(reason, null));
    },
    stop: () => state.set(IDLE),
  };
}
