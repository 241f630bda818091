import type { RouteReply } from '../../shared/contract/http.ts';
import { PAIRING_LIFETIME_MS, pairingVerdict } from '../../shared/domain/pairing.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Callers, CandidateCaller } from './callers.ts';
import { consentedAttempt } from './consent.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import { hashToken, newToken } from './ids.ts';
import type { Network, RandomSource } from './ports.ts';

export interface Pairing {
  /** A token for one phone, once, within two minutes and this epoch; one that was made before opens nothing any more. */
  offer(candidate: CandidateCaller): Promise<{ token: string; expiresAt: number }>;
  /** Exchanges it for the phone's own; an earlier phone ends. Throws `pairing_expired`, `pairing_used`, `pairing_voided`. */
  redeem(token: string, device: string): Promise<RouteReply<'phoneRedeem'>>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  network: Network;
  book: ExaminationBook;
  callers: Callers;
  events: Events;
}

export function createPairing({ store, clock, random, network, book, callers, events }: Parts): Pairing {
  return {
    async offer({ attemptId, epoch }) {
      await consentedAttempt(store, attemptId);
      const token = newToken(random);
      const expiresAt = clock.now() + PAIRING_LIFETIME_MS;
      await store.transactionAbout({ attemptId }, async (all) => {
        // A sign-in may have come between the check of the caller and this.
        if ((await all.findAttempt(attemptId)).epoch !== epoch) throw new Fault('signed_in_elsewhere');
        await all.voidPairings(attemptId, clock.now());
        await all.insertPairing({
          ...{ token_hash: hashToken(token), attempt_id: attemptId, epoch },
          ...{ expires_at: expiresAt, used_at: null, voided_at: null },
        });
      });
      return { token, expiresAt };
    },
    async redeem(token, device) {
      const hash = hashToken(token);
      const paired = await store.transaction(async (all) => {
        const pairing = await all.findPairing(hash);
        // A token nobody made and one that is long forgotten look the same to the person holding the phone.
        if (!pairing) throw new Fault('pairing_expired');
        const { attempt_id: attemptId, expires_at: expiresAt, used_at: usedAt, voided_at: voidedAt, epoch } = pairing;
        const attempt = await all.findAttempt(attemptId);
        const now = { now: clock.now(), epoch: attempt.epoch };
        const verdict = pairingVerdict({ expiresAt, usedAt, voidedAt, epoch }, now);
        if (verdict !== 'usable') throw new Fault(`pairing_${verdict}`);
        await all.usePairing(hash, clock.now());
        const replaced = await all.endPhoneTokens(attemptId, clock.now(), 'replaced');
        const phoneToken = await callers.issuePhone(all, attemptId, epoch);
        const candidate = await all.findCandidate(attempt.candidate_id);
        const told = await events.record(all, attemptId, 'phone_paired', { device, replaced: replaced > 0 });
        const examTitle = book.examination(attempt.examination_id).title;
        return { attemptId, phoneToken, replaced, candidateName: candidate.name, examTitle, told };
      });
      if (paired.replaced > 0) network.endPhone(paired.attemptId, 'replaced', hashToken(paired.phoneToken));
      events.announce([paired.told]);
      const { phoneToken, candidateName, examTitle } = paired;
      return { phoneToken, serverTime: clock.now(), candidateName, examTitle };
    },
  };
}
