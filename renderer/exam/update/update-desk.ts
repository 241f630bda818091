import type { ShellBridge, UpdateState } from '../../../shared/contract/shell.ts';
import { mayUpdate } from '../../../shared/domain/update-time.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { Centre } from '../session/centre.ts';

/** A newer version of this program, for as long as nobody has signed in. */
export interface UpdateDesk extends Observable<UpdateState> {
  install(): void;
}

interface Parts {
  centre: Centre;
  shell: Pick<ShellBridge, 'lookForUpdate' | 'installUpdate' | 'on'>;
  /** Server time in ms. */
  now(): number;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** Has the shell look for a newer version once the timetable says that there is time for one (UPD-1). */
export function createUpdateDesk({ centre, shell, now, log }: Parts): UpdateDesk {
  const state = createObservable<UpdateState>({ step: 'none' });
  const failed = (cause: unknown): void => log('error', `update: ${String(cause)}`);
  shell.on('update', state.set);

  /** A program that the exam centre does not understand any more can only be replaced, whatever the time. */
  const allowed = (): boolean => {
    const { reach, fault, examinations } = centre.state;
    if (fault?.reason === 'protocol_mismatch') return true;
    const sessions = examinations.flatMap((examination) => examination.sessions);
    return reach === 'reachable' && mayUpdate(sessions, now());
  };

  let asked = false;
  let saidNot = false;
  const follow = (): void => {
    if (asked) return;
    if (allowed()) {
      asked = true;
      shell.lookForUpdate().catch(failed);
    } else if (centre.state.reach === 'reachable' && !saidNot) {
      saidNot = true;
      log('info', 'no update: a session is near');
    }
  };
  centre.subscribe(follow);
  follow();

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    install() {
      // What was fetched an hour ago may be ready only now that nobody must be kept from an entry.
      if (allowed()) shell.installUpdate().catch(failed);
      else state.set({ step: 'none' });
    },
  };
}
