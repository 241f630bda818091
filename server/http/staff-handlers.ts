import type { staffAccountRoutes } from '../../shared/contract/staff-accounts.ts';
import type { StaffAccounts } from '../services/staff/staff-accounts.ts';
import type { StaffSignIn } from '../services/staff-sign-in.ts';
import type { Handlers } from './register-routes.ts';

interface Parts {
  staffSignIn: StaffSignIn;
  staffAccounts: StaffAccounts;
}

/** What each route about the staff's sign-ins and accounts does. */
export function staffHandlers({ staffSignIn, staffAccounts }: Parts): Pick<Handlers, keyof typeof staffAccountRoutes> {
  return {
    staffSignIn: ({ body }) => staffSignIn.signIn(body),
    beginSecondFactor: ({ body }) => staffSignIn.beginSecondFactor(body),
    confirmSecondFactor: ({ body }) => staffSignIn.confirmSecondFactor(body),
    staffSignOut: async ({ caller }) => {
      await staffSignIn.signOut(caller);
      return {};
    },
    staffAccounts: () => staffAccounts.overview(),
    resetSecondFactor: ({ caller, params }) => staffAccounts.resetSecondFactor(caller, params.staffId ?? ''),
    endSignIns: ({ caller, params }) => staffAccounts.endSignIns(caller, params.staffId ?? ''),
  };
}
