import type { AccessRow, Who } from '../../shared/contract/access.ts';
import type { PhoneEnd } from '../../shared/domain/pairing.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import { hashToken, newToken } from './ids.ts';
import type { RandomSource } from './ports.ts';

export interface CandidateCaller {
  kind: 'candidate';
  attemptId: string;
  candidateId: string;
  epoch: number;
  /** When another sign-in fenced this epoch; null while it is the current one. */
  fencedAt: number | null;
}
export interface PhoneCaller {
  kind: 'phone';
  attemptId: string;
  /** Tells it from the phone that took its place. */
  tokenHash: string;
  /** Why this phone no longer serves; null while it does. */
  endedWhy: PhoneEnd | null;
  endedAt: number | null;
}
export interface StaffCaller {
  kind: 'staff';
  staffId: string;
  name: string;
  role: StaffRole;
  /** The sign-in itself, and when it ends by itself. */
  signIn: string;
  until: number;
}
export type KnownCaller = CandidateCaller | PhoneCaller | StaffCaller;
export type CallerOf<Kind extends Who> = Kind extends 'anyone'
  ? null
  : Kind extends StaffRole
    ? StaffCaller
    : Extract<KnownCaller, { kind: Kind }>;

/** How long a phone that has ended may still bring in what it recorded. */
const PHONE_UPLOAD_MS = 60 * 60_000;
/** A member of staff signs in anew after a working day. */
export const STAFF_SIGN_IN_MS = 12 * 60 * 60_000;

/** Whether a row of the access table is for this caller. */
export const lets = ({ who }: AccessRow, caller: KnownCaller): boolean =>
  who.includes(caller.kind === 'staff' ? caller.role : caller.kind);

export interface Callers {
  issueCandidate(into: Queries, attemptId: string, epoch: number): Promise<string>;
  issuePhone(into: Queries, attemptId: string, epoch: number): Promise<string>;
  issueStaff(into: Queries, staffId: string): Promise<string>;
  /** Who holds this token, also when it has been fenced or ended. Throws `not_signed_in` for an unknown one. */
  identify(token: string | undefined): Promise<KnownCaller>;
  /** The caller, when the token is alive and the row lets them in; else `not_signed_in`, `signed_in_elsewhere` or `not_allowed`. */
  admit(row: AccessRow, token: string | undefined): Promise<KnownCaller>;
  /** The member of staff's sign-in opens nothing from now on. */
  endStaff(caller: StaffCaller): Promise<void>;
}

/** Opaque bearer tokens, each of one role and, for candidate and phone, of one attempt (SEC-1). */
export function createCallers({
  store,
  clock,
  random,
}: {
  store: Storage;
  clock: Clock;
  random: RandomSource;
}): Callers {
  const issue = async (
    into: Queries,
    bound: { kind: KnownCaller['kind']; attempt_id?: string; epoch?: number; staff_id?: string },
  ) => {
    const token = newToken(random);
    await into.insertToken({ hash: hashToken(token), made_at: clock.now(), ...bound });
    return token;
  };

  const identify = async (token: string | undefined): Promise<KnownCaller> => {
    const row = token ? await store.findToken(hashToken(token)) : undefined;
    if (row?.kind === 'staff' && row.staff_id && row.staff_role && row.ended_at === null) {
      const until = row.made_at + STAFF_SIGN_IN_MS;
      if (clock.now() >= until) throw new Fault('not_signed_in');
      const { staff_id: staffId, staff_role: role, hash: signIn } = row;
      return { kind: 'staff', staffId, name: row.staff_name ?? '', role, signIn, until };
    }
    if (row?.kind === 'phone' && row.attempt_id) {
      const { attempt_id: attemptId, ended_why, ended_at: endedAt, hash: tokenHash } = row;
      // A sign-in ends the phone or takes it into its epoch, in one transaction; one it did neither with is not its phone.
      const endedWhy = ended_why ?? (row.current_epoch === row.epoch ? null : 'computer_changed');
      return { kind: 'phone', attemptId, tokenHash, endedWhy, endedAt };
    }
    if (row?.kind === 'candidate' && row.attempt_id && row.epoch && row.candidate_id) {
      const { attempt_id: attemptId, candidate_id: candidateId, epoch, fenced_at: fencedAt } = row;
      return { kind: 'candidate', attemptId, candidateId, epoch, fencedAt };
    }
    throw new Fault('not_signed_in');
  };

  const alive = (caller: KnownCaller) => {
    if (caller.kind === 'candidate' && caller.fencedAt !== null) throw new Fault('signed_in_elsewhere');
    if (caller.kind === 'phone' && caller.endedWhy !== null) throw new Fault('not_signed_in');
  };

  return {
    issueCandidate: (into, attemptId, epoch) => issue(into, { kind: 'candidate', attempt_id: attemptId, epoch }),
    issuePhone: (into, attemptId, epoch) => issue(into, { kind: 'phone', attempt_id: attemptId, epoch }),
    issueStaff: (into, staffId) => issue(into, { kind: 'staff', staff_id: staffId }),
    identify,
    async admit(row, token) {
      const caller = await identify(token);
      if (!lets(row, caller)) throw new Fault('not_allowed');
      const bringsIn = row.endedPhone && caller.kind === 'phone';
      if (!bringsIn || clock.now() >= (caller.endedAt ?? 0) + PHONE_UPLOAD_MS) alive(caller);
      return caller;
    },
    endStaff: ({ signIn }) => store.endToken(signIn, clock.now()),
  };
}
