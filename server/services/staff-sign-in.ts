import type { RouteBody, RouteReply } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { Callers, StaffCaller } from './callers.ts';
import { passwordMatches } from './passwords.ts';
import type { Network } from './ports.ts';
import type { SecondFactors } from './staff/second-factors.ts';
import { createTryLimit, type TryLimitParts } from './try-limit.ts';

export interface StaffSignIn {
  /** Throws `password_wrong` (also for an unknown login), `too_many_tries`, and what `SecondFactors.require` does. */
  signIn(body: RouteBody<'staffSignIn'>): Promise<RouteReply<'staffSignIn'>>;
  /** As `signIn`, and what `SecondFactors.begin` and `confirm` throw. */
  beginSecondFactor(body: RouteBody<'beginSecondFactor'>): Promise<RouteReply<'beginSecondFactor'>>;
  confirmSecondFactor(body: RouteBody<'confirmSecondFactor'>): Promise<RouteReply<'confirmSecondFactor'>>;
  /** This sign-in opens nothing from now on, and its windows are closed. */
  signOut(caller: StaffCaller): Promise<void>;
}

interface Parts extends TryLimitParts {
  store: Storage;
  callers: Callers;
  network: Network;
  secondFactors: SecondFactors;
}

export function createStaffSignIn(parts: Parts): StaffSignIn {
  const { store, clock, callers, network, secondFactors } = parts;
  const limit = createTryLimit(parts, 'staff sign-in of');

  /** Wrong passwords and wrong codes count together: neither can be tried without end. */
  async function recognised<Result>(
    { login, password }: { login: string; password: string },
    then: (person: Row<'staff'>) => Promise<Result>,
  ): Promise<Result> {
    await limit.check(login);
    try {
      const person = await store.findStaff(login);
      if (!(await passwordMatches(password, person?.password)) || !person) throw new Fault('password_wrong');
      const result = await then(person);
      await limit.succeeded(login);
      return result;
    } catch (cause) {
      if (cause instanceof Fault && ['password_wrong', 'code_wrong'].includes(cause.reason)) await limit.failed(login);
      throw cause;
    }
  }

  async function open({ id, name, role }: Row<'staff'>): Promise<RouteReply<'staffSignIn'>> {
    return { token: await callers.issueStaff(store, id), name, role, serverTime: clock.now() };
  }

  return {
    signIn: (body) =>
      recognised(body, async (person) => {
        await secondFactors.require(person, body.code);
        return open(person);
      }),
    beginSecondFactor: (body) => recognised(body, secondFactors.begin),
    confirmSecondFactor: (body) =>
      recognised(body, async (person) => {
        const recoveryCodes = await secondFactors.confirm(person, body.code);
        return { ...(await open(person)), recoveryCodes };
      }),
    async signOut(caller) {
      await callers.endStaff(caller);
      network.endStaff(caller.signIn);
    },
  };
}
