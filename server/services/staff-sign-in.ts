import type { RouteReply } from '../../shared/contract/http.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Callers, StaffCaller } from './callers.ts';
import { passwordMatches } from './passwords.ts';
import type { Network } from './ports.ts';
import { createTryLimit } from './try-limit.ts';

export interface StaffSignIn {
  /** Throws `password_wrong` (also for an unknown login) or `too_many_tries`. */
  signIn(login: string, password: string): Promise<RouteReply<'staffSignIn'>>;
  /** This sign-in opens nothing from now on, and its windows are closed. */
  signOut(caller: StaffCaller): Promise<void>;
}

export function createStaffSignIn({
  store,
  clock,
  callers,
  network,
}: {
  store: Storage;
  clock: Clock;
  callers: Callers;
  network: Network;
}): StaffSignIn {
  const limit = createTryLimit(clock);
  return {
    async signIn(login, password) {
      limit.check(login);
      const person = await store.findStaff(login);
      if (!(await passwordMatches(password, person?.password)) || !person) {
        limit.failed(login);
        throw new Fault('password_wrong');
      }
      limit.succeeded(login);
      const token = await callers.issueStaff(store, person.id);
      return { token, name: person.name, role: person.role, serverTime: clock.now() };
    },
    async signOut(caller) {
      await callers.endStaff(caller);
      network.endStaff(caller.signIn);
    },
  };
}
