import type { Caller } from '../../shared/contract/route.ts';
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
  /** Why this phone no longer serves; null while it does. */
  endedWhy: 'handed_in' | 'replaced' | null;
  endedAt: number | null;
}
export interface StaffCaller {
  kind: 'staff';
  staffId: string;
  name: string;
  role: StaffRole;
}
export type KnownCaller = CandidateCaller | PhoneCaller | StaffCaller;
export type CallerOf<Kind extends Caller> = Kind extends 'anyone'
  ? null
  : Kind extends StaffRole
    ? StaffCaller
    : Extract<KnownCaller, { kind: Kind }>;

/** How long a phone that has ended may still bring in what it recorded. */
const PHONE_UPLOAD_MS = 60 * 60_000;
/** A member of staff signs in anew after a working day. */
const STAFF_SIGN_IN_MS = 12 * 60 * 60_000;

export interface Callers {
  issueCandidate(into: Queries, attemptId: string, epoch: number): Promise<string>;
  issuePhone(into: Queries, attemptId: string): Promise<string>;
  issueStaff(into: Queries, staffId: string): Promise<string>;
  /** Who holds this token, also when it has been fenced or ended. Throws `not_signed_in` for an unknown one. */
  identify(token: string | undefined): Promise<KnownCaller>;
  /** The caller, when the token is alive and of this kind; else `not_signed_in`, `signed_in_elsewhere` or `not_allowed`. */
  require<Kind extends Exclude<Caller, 'anyone'>>(kind: Kind, token: string | undefined): Promise<CallerOf<Kind>>;
  /** Who may bring in recordings: a candidate, or a phone, also for an hour after it ended. Throws as `require`. */
  requireRecorder(token: string | undefined): Promise<CandidateCaller | PhoneCaller>;
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
    if (row?.kind === 'staff' && row.staff_id && row.staff_role && clock.now() < row.made_at + STAFF_SIGN_IN_MS) {
      return { kind: 'staff', staffId: row.staff_id, name: row.staff_name ?? '', role: row.staff_role };
    }
    if (row?.kind === 'phone' && row.attempt_id) {
      return { kind: 'phone', attemptId: row.attempt_id, endedWhy: row.ended_why, endedAt: row.ended_at };
    }
    if (row?.kind === 'candidate' && row.attempt_id && row.epoch) {
      const attempt = await store.findAttempt(row.attempt_id);
      const epoch = await store.findEpoch(row.attempt_id, row.epoch);
      const fencedAt = epoch.fenced_at;
      return {
        kind: 'candidate',
        attemptId: attempt.id,
        candidateId: attempt.candidate_id,
        epoch: row.epoch,
        fencedAt,
      };
    }
    throw new Fault('not_signed_in');
  };

  const alive = (caller: KnownCaller) => {
    if (caller.kind === 'candidate' && caller.fencedAt !== null) throw new Fault('signed_in_elsewhere');
    if (caller.kind === 'phone' && caller.endedWhy !== null) throw new Fault('not_signed_in');
  };

  return {
    issueCandidate: (into, attemptId, epoch) => issue(into, { kind: 'candidate', attempt_id: attemptId, epoch }),
    issuePhone: (into, attemptId) => issue(into, { kind: 'phone', attempt_id: attemptId }),
    issueStaff: (into, staffId) => issue(into, { kind: 'staff', staff_id: staffId }),
    identify,
    async require<Kind extends Exclude<Caller, 'anyone'>>(kind: Kind, token: string | undefined) {
      const caller = await identify(token);
      if (caller.kind !== kind && !(caller.kind === 'staff' && caller.role === kind)) throw new Fault('not_allowed');
      alive(caller);
      return caller as CallerOf<Kind>;
    },
    async requireRecorder(token) {
      const caller = await identify(token);
      if (caller.kind === 'staff') throw new Fault('not_allowed');
      const justEnded = caller.kind === 'phone' && clock.now() < (caller.endedAt ?? 0) + PHONE_UPLOAD_MS;
      if (!justEnded) alive(caller);
      return caller;
    },
  };
}
