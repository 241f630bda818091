import type { LockReport, ShellBridge } from '../../../shared/contract/shell.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { lockedFrom } from '../../../shared/domain/timetable.ts';
import { createObservable, type Observable } from '../observable.ts';

/** No long timer decides anything: in sleep it stands still, so the clock is asked instead (TIME-3). */
const LOOK_AGAIN_MS = 1_000;

type Sessions = Pick<Examination, 'betweenSessions'> & { sessions: readonly Examination['sessions'][number][] };

/** What the shell says of its lock; null while this computer is not locked. */
export interface ScreenLock extends Observable<LockReport | null> {
  /** Locks, or in a break of an examination that lets go in it, lets go and locks again before the next session. */
  keep(examination: Sessions, sessionId: string, isBreak: boolean): void;
  /** Stays as it is: nothing is waited for any more. */
  rest(): void;
  letGo(): Promise<void>;
}

interface Parts {
  shell: Pick<ShellBridge, 'lock' | 'unlock'>;
  /** Server clock, ms. */
  now(): number;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'error', text: string): void;
}

export function createScreenLock({ shell, now, schedule, log }: Parts): ScreenLock {
  const lock = createObservable<LockReport | null>(null);
  let rest = () => {};

  async function close(): Promise<void> {
    try {
      lock.set(await shell.lock());
    } catch (cause) {
      log('error', `lock: ${String(cause)}`);
      lock.set({ steps: [{ step: 'lock', ok: false, note: String(cause) }] });
    }
  }

  async function letGo(): Promise<void> {
    lock.set(null);
    await shell.unlock().catch((cause: unknown) => log('error', `unlock: ${String(cause)}`));
  }

  function keep(...[examination, sessionId, isBreak]: Parameters<ScreenLock['keep']>): void {
    rest();
    const session = examination.sessions.find(({ id }) => id === sessionId);
    const untilLock = session ? lockedFrom(session) - now() : 0;
    if (examination.betweenSessions === 'released' && isBreak && untilLock > 0) {
      if (lock.state !== null) void letGo();
      rest = schedule(() => keep(examination, sessionId, isBreak), Math.min(untilLock, LOOK_AGAIN_MS));
    } else if (lock.state === null) void close();
  }

  return {
    get state() {
      return lock.state;
    },
    subscribe: lock.subscribe,
    keep,
    rest: () => rest(),
    letGo,
  };
}
