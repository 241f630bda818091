import type { RouteReply } from '../../shared/contract/http.ts';
import { PAIRING_LIFETIME_MS, pairingVerdict } from '../../shared/domain/pairing.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Callers } from './callers.ts';
import { consentedAttempt } from './consent.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import { hashToken, newToken } from './ids.ts';
import type { Network, RandomSource } from './ports.ts';

export interface Pairing {
  /** A token for one phone, once, within two minutes. */
  offer(attemptId: string): Promise<{ token: string; expiresAt: number }>;
  /** Exchanges it for the phone's own token; an earlier phone ends. Throws `pairing_expired` or `pairing_used`. */
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
    async offer(attemptId) {
      await consentedAttempt(store, attemptId);
      const token = newToken(random);
      const expiresAt = clock.now() + PAIRING_LIFETIME_MS;
      await store.insertPairing({
        token_hash: hashToken(token),
        attempt_id: attemptId,
        expires_at: expiresAt,
        used_at: null,
      });
      return { token, expiresAt };
    },
    async redeem(token, device) {
      const hash = hashToken(token);
      const paired = await store.transaction(async (all) => {
        const pairing = await all.findPairing(hash);
        // A token nobody made and one that is long forgotten look the same to the person holding the phone.
        if (!pairing) throw new Fault('pairing_expired');
        const verdict = pairingVerdict({ expiresAt: pairing.expires_at, usedAt: pairing.used_at }, clock.now());
        if (verdict !== 'usable') throw new Fault(verdict === 'used' ? 'pairing_used' : 'pairing_expired');
        await all.usePairing(hash, clock.now());
        const { attempt_id: attemptId } = pairing;
        const replaced = await all.endPhoneTokens(attemptId, clock.now(), 'replaced');
        const phoneToken = await callers.issuePhone(all, attemptId);
        const attempt = await all.findAttempt(attemptId);
        const candidate = await all.findCandidate(attempt.candidate_id);
        const told = await events.record(all, attemptId, 'phone_paired', { device, replaced: replaced > 0 });
        const examTitle = book.examination(attempt.examination_id).title;
        return { attemptId, phoneToken, replaced, candidateName: candidate.name, examTitle, told };
      });
      if (paired.replaced > 0) network.endPhone(paired.attemptId, 'replaced');
      events.announce([paired.told]);
      const { phoneToken, candidateName, examTitle } = paired;
      return { phoneToken, serverTime: clock.now(), candidateName, examTitle };
    },
  };
}
