import { createHash } from 'node:crypto';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Queries, Storage } from '../../sql/storage.ts';
import type { RandomSource } from '../ports.ts';
import { readableLetters } from '../readable-letters.ts';
import { authenticatorUri, base32, stepOfCode } from './totp.ts';

/** RFC 4226, section 4: as long as the hash. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** 31 letters and digits: 59 bits. */
const RECOVERY_LETTERS = 12;

interface Person {
  id: string;
  login: string;
  name: string;
}

export interface SecondFactors {
  /** Throws `second_factor_unset`, `code_missing` or `code_wrong`; does nothing where none is demanded and there is none. */
  require(person: Person, code: string | undefined): Promise<void>;
  /** A new secret, in the place of one that was not confirmed. Throws `not_allowed` when there is a second factor, or none is demanded. */
  begin(person: Person): Promise<{ secret: string; uri: string }>;
  /** Throws `not_found` where none was begun, `code_wrong`, `not_allowed`. Returns the recovery codes, which are kept as hashes. */
  confirm(person: Person, code: string): Promise<string[]>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');
/** As people type it: spaces and dashes, full-width digits, small letters. */
const normalised = (code: string) => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** What somebody of the staff has besides a password: an authenticator (RFC 6238) or, without it, recovery codes (SEC-5). */
export function createSecondFactors({ store, clock, random }: Parts): SecondFactors {
  async function takeCode(all: Queries, { id, name }: Person, secret: string, lastStep: number, code: string) {
    const step = stepOfCode(Buffer.from(secret, 'base64'), code, clock.now(), lastStep);
    if (step !== null && (await all.takeStep(id, step, clock.now()))) return true;
    if (!(await all.spendRecoveryCode(id, hashOf(code), clock.now()))) return false;
    await all.insertStaffEvent({ staff_id: id, kind: 'recovery_code_used', by_name: name, at: clock.now() });
    return true;
  }

  return {
    async require(person, code) {
      const factor = await store.findSecondFactor(person.id);
      if (!factor || factor.confirmed_at === null) {
        if (await store.demandsSecondFactor()) throw new Fault('second_factor_unset');
        return;
      }
      if (code === undefined || code === '') throw new Fault('code_missing');
      const typed = normalised(code);
      const taken = await store.transaction((all) => takeCode(all, person, factor.secret, factor.last_step, typed));
      if (!taken) throw new Fault('code_wrong');
    },
    async begin({ id, login }) {
      const known = await store.findSecondFactor(id);
      if ((known && known.confirmed_at !== null) || !(await store.demandsSecondFactor()))
        throw new Fault('not_allowed');
      const bytes = random.bytes(SECRET_BYTES);
      const factor = { staff_id: id, secret: bytes.toString('base64'), made_at: clock.now(), confirmed_at: null };
      await store.transaction((all) => all.putSecondFactor({ ...factor, last_step: 0 }));
      const secret = base32(bytes);
      return { secret, uri: authenticatorUri(login, secret) };
    },
    async confirm({ id, name }, code) {
      const factor = await store.findSecondFactor(id);
      if (!factor) throw new Fault('not_found');
      if (factor.confirmed_at !== null) throw new Fault('not_allowed');
      const step = stepOfCode(Buffer.from(factor.secret, 'base64'), normalised(code), clock.now(), factor.last_step);
      const codes = Array.from({ length: RECOVERY_CODES }, () => readableLetters(random, RECOVERY_LETTERS));
      const taken = await store.transaction(async (all) => {
        if (step === null || !(await all.takeStep(id, step, clock.now()))) return false;
        await all.putRecoveryCodes(id, codes.map(hashOf));
        await all.insertStaffEvent({ staff_id: id, kind: 'second_factor_set', by_name: name, at: clock.now() });
        return true;
      });
      if (!taken) throw new Fault('code_wrong');
      return codes.map((each) => (each.match(/.{4}/g) ?? []).join('-'));
    },
  };
}
