import type { Attempt } from '../../shared/contract/views.ts';
import { AUTOMATIC_TRIES } from '../../shared/domain/identity.ts';
import type { Storage } from '../sql/storage.ts';
import type { Network } from './ports.ts';
import { receiptOf } from './receipt-views.ts';
import { createTurns } from './turns.ts';
import type { Wall } from './wall.ts';

export interface AttemptViews {
  /** The attempt as its own candidate may see it. */
  of(attemptId: string): Promise<Attempt>;
  /** Sends the candidate the attempt as it is now, and the wall its place. */
  changed(attemptId: string): Promise<Attempt>;
}

export function createAttemptViews({
  store,
  network,
  wall,
}: {
  store: Storage;
  network: Network;
  wall: Wall;
}): AttemptViews {
  const of = async (attemptId: string): Promise<Attempt> => {
    const row = await store.findAttempt(attemptId);
    const receipts = await store.listReceipts([attemptId]);
    return {
      id: row.id,
      epoch: row.epoch,
      seed: row.seed,
      consentAt: row.consent_at,
      identity: row.identity,
      triesLeft: Math.max(0, AUTOMATIC_TRIES - row.identity_failures),
      phone: row.phone,
      phoneCause: row.phone_cause,
      handRaisedAt: row.hand_raised_at,
      opened: await store.listOpenings(attemptId),
      receipts: receipts.map(receiptOf),
    };
  };
  // In turn, so that a candidate never hears an older state after a newer one.
  const turns = createTurns();
  return {
    of,
    changed: (attemptId) =>
      turns.run(attemptId, async () => {
        const attempt = await of(attemptId);
        network.toCandidate(attemptId, 'attempt.changed', attempt);
        wall.touch(attemptId);
        return attempt;
      }),
  };
}
