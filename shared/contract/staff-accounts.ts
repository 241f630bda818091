/** Signing in of the staff, with a second factor where the exam centre demands one (SEC-5), and their accounts. */
import * as z from 'zod';
import { STAFF_EVENTS } from '../domain/staff-event.ts';
import { Id, Time } from './entries.ts';
import { nothing, type Route, StaffRoleSchema } from './route.ts';

const account = { login: z.string().max(60), password: z.string().max(200) };
const Code = z.string().max(40);
const signedIn = { token: z.string(), name: z.string(), role: StaffRoleSchema, serverTime: Time };

export const StaffAccountSchema = z.object({
  ...{ staffId: Id, login: z.string(), name: z.string(), role: StaffRoleSchema },
  /** Since when there is a second factor; null: none. */
  secondFactorSince: Time.nullable(),
  /** Recovery codes that were not used. */
  recoveryCodes: z.number().int().nonnegative(),
  /** Sign-ins that open something now. */
  signIns: z.number().int().nonnegative(),
});
export type StaffAccount = z.infer<typeof StaffAccountSchema>;

const StaffAccountsSchema = z.object({
  /** Whether this exam centre demands a second factor. */
  demanded: z.boolean(),
  accounts: z.array(StaffAccountSchema),
  /** The latest first. */
  events: z.array(z.object({ at: Time, kind: z.enum(STAFF_EVENTS), name: z.string(), by: z.string() })),
});

export const staffAccountRoutes = {
  /**
   * Refused with `password_wrong`; where a second factor is demanded with `second_factor_unset` before there is one, then with
   * `code_missing` without its code (or a recovery code) and `code_wrong` with a wrong one.
   */
  staffSignIn: {
    method: 'POST',
    path: '/api/staff/sign-in',
    body: z.object({ ...account, code: Code.optional() }),
    reply: z.object(signedIn),
  },
  /** A new secret for an authenticator, until it is confirmed. `not_allowed` once there is a second factor. */
  beginSecondFactor: {
    method: 'POST',
    path: '/api/staff/second-factor/begin',
    body: z.object(account),
    reply: z.object({ secret: z.string(), uri: z.string() }),
  },
  /** The first code shows that the authenticator has the secret: signs in, and tells the recovery codes this once. */
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/staff/second-factor/confirm',
    body: z.object({ ...account, code: Code }),
    reply: z.object({ ...signedIn, recoveryCodes: z.array(z.string()) }),
  },
  /** The token opens nothing from then on, and what hangs on it is closed. */
  staffSignOut: { method: 'POST', path: '/api/staff/sign-out', body: nothing, reply: nothing },
  staffAccounts: { method: 'GET', path: '/api/organiser/staff', body: nothing, reply: StaffAccountsSchema },
  /** Who lost phone and recovery codes enrols anew at the next sign-in; every sign-in of theirs ends. */
  resetSecondFactor: {
    method: 'POST',
    path: '/api/organiser/staff/:staffId/second-factor/reset',
    body: nothing,
    reply: StaffAccountsSchema,
  },
  /** Every sign-in of theirs opens nothing from then on. */
  endSignIns: {
    method: 'POST',
    path: '/api/organiser/staff/:staffId/sign-ins/end',
    body: nothing,
    reply: StaffAccountsSchema,
  },
} as const satisfies Record<string, Route>;
