import type { RouteReply } from '../../../shared/contract/http.ts';
import type { StaffEventKind } from '../../../shared/domain/staff-event.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Queries, Storage } from '../../sql/storage.ts';
import { STAFF_SIGN_IN_MS, type StaffCaller } from '../callers.ts';
import type { Network } from '../ports.ts';

type View = RouteReply<'staffAccounts'>;

/** So many of the latest events are shown. */
const SHOWN_EVENTS = 50;

export interface StaffAccounts {
  overview(): Promise<View>;
  /** Both throw `not_found`. */
  resetSecondFactor(by: StaffCaller, staffId: string): Promise<View>;
  endSignIns(by: StaffCaller, staffId: string): Promise<View>;
}

/** Who works here, how they sign in, and what an organiser can do when a phone is lost or a password is known to others. */
export function createStaffAccounts(parts: { store: Storage; clock: Clock; network: Network }): StaffAccounts {
  const { store, clock, network } = parts;
  const standing = (all: Queries) => all.standingSignIns(clock.now() - STAFF_SIGN_IN_MS);

  async function overview(): Promise<View> {
    const signIns = await standing(store);
    const codes = await store.unusedRecoveryCodes();
    return {
      demanded: await store.demandsSecondFactor(),
      accounts: (await store.listStaff()).map(({ id, login, name, role, confirmed_at }) => ({
        ...{ staffId: id, login, name, role, secondFactorSince: confirmed_at },
        recoveryCodes: codes.filter(({ staff_id }) => staff_id === id).length,
        signIns: signIns.filter(({ staffId }) => staffId === id).length,
      })),
      events: await store.latestStaffEvents(SHOWN_EVENTS),
    };
  }

  /** Ends every sign-in of theirs, with whatever else is done about the account, and keeps who did it. */
  async function end(by: StaffCaller, staffId: string, kind: StaffEventKind, also: (all: Queries) => Promise<void>) {
    if (!(await store.listStaff()).some(({ id }) => id === staffId)) throw new Fault('not_found');
    const ended = await store.transaction(async (all) => {
      const own = (await standing(all)).filter((each) => each.staffId === staffId);
      for (const { hash } of own) await all.endToken(hash, clock.now());
      await also(all);
      await all.insertStaffEvent({ staff_id: staffId, kind, by_name: by.name, at: clock.now() });
      return own;
    });
    for (const { hash } of ended) network.endStaff(hash);
    return overview();
  }

  return {
    overview,
    resetSecondFactor: (by, staffId) =>
      end(by, staffId, 'second_factor_reset', (all) => all.removeSecondFactor(staffId)),
    endSignIns: (by, staffId) => end(by, staffId, 'sign_ins_ended', async () => undefined),
  };
}
