import type { Attempt } from '../../shared/contract/views.ts';
import { AUTOMATIC_TRIES } from '../../shared/domain/identity.ts';
import type { Storage } from '../sql/storage.ts';
import type { Log, Network, Processes } from './ports.ts';
import { receiptOf } from './receipt-views.ts';
import { createTurns } from './turns.ts';
import type { Wall } from './wall.ts';

export interface AttemptViews {
  /** The attempt as its own candidate may see it. */
  of(attemptId: string): Promise<Attempt>;
  /** Sends the candidate the attempt as it is now, and the wall its place. */
  changed(attemptId: string): Promise<Attempt>;
}

interface Parts {
  store: Storage;
  network: Network;
  processes: Processes;
  wall: Wall;
  log: Log;
}

export function createAttemptViews({ store, network, processes, wall, log }: Parts): AttemptViews {
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
  // In turn, and read at the process that sends it, so that a candidate never hears an older state after a newer one.
  const turns = createTurns();
  const tellHere = (attemptId: string) =>
    turns.run(attemptId, async () => {
      const attempt = await of(attemptId);
      network.toCandidateHere(attemptId, attempt);
      return attempt;
    });
  processes.hear('attempt changed', ({ attemptId }) => {
    if (!network.isHere(attemptId)) return;
    tellHere(attemptId).catch((cause) => log.error({ err: cause, attemptId }, 'a candidate could not be told'));
  });
  return {
    of,
    async changed(attemptId) {
      processes.tell('attempt changed', { attemptId });
      const attempt = await tellHere(attemptId);
      wall.touch(attemptId);
      return attempt;
    },
  };
}
