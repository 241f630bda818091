import type { RouteBody } from '../../shared/contract/http.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { Queries } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { Events } from './events.ts';
import type { Receipts } from './receipts.ts';

/** The receipt as it stands now, and what the proctor is told. */
export interface Compared {
  receipt: Row<'receipt'>;
  told: AttemptEvent[];
}

/** What becomes of a receipt whose answers are not what the candidate's computer has (ANS-3). It always stands. */
export interface Divergences {
  /** Compares with what the client believes, and makes the answers again from the journal where they differ. */
  compare(all: Queries, receipt: Row<'receipt'>, client: RouteBody<'handIn'>): Promise<Compared>;
  /** Scores again after entries that were made in time came late: that may be what was missing. */
  cameLate(all: Queries, receipt: Row<'receipt'>): Promise<Compared>;
}

/** Entries looked through for those that explain a difference: a paper has fewer items. */
const MOST_LOOKED_AT = 1_000;

export function createDivergences({ receipts, events }: { receipts: Receipts; events: Events }): Divergences {
  /** The divergence of this session that nothing has settled yet. */
  const openOf = async (all: Queries, { attempt_id, session_id }: Row<'receipt'>) => {
    const kinds = ['divergence', 'divergence_repaired', 'divergence_unresolved'] as const;
    const last = await all.lastEventOf(attempt_id, kinds, session_id);
    return last?.kind === 'divergence_repaired' ? undefined : last;
  };

  const repaired = (all: Queries, receipt: Row<'receipt'>, from: 'centre' | 'candidate') => {
    const { attempt_id, session_id: sessionId, responses_hash: hash } = receipt;
    return events.record(all, attempt_id, 'divergence_repaired', { sessionId, hash, from });
  };

  /** Items whose last answer from this computer is evidence only: what it wrote again after it was told. */
  const uncounted = async (all: Queries, receipt: Row<'receipt'>, epoch: number, aboveSeq: number) => {
    const rows = await all.lateEntriesOf(receipt.attempt_id, MOST_LOOKED_AT);
    const bodies = rows.filter((row) => row.epoch === epoch && row.seq > aboveSeq && row.verdict !== 'late_synced');
    const items = bodies.map(({ body_json }) => JSON.parse(body_json) as { sessionId?: string; itemId: string });
    return new Set(items.filter(({ sessionId }) => sessionId === receipt.session_id).map(({ itemId }) => itemId));
  };

  return {
    async compare(all, receipt, client) {
      const open = await openOf(all, receipt);
      const { attempt_id: attemptId, session_id: sessionId } = receipt;
      if (client.responsesHash === receipt.responses_hash)
        return { receipt, told: open ? [await repaired(all, receipt, 'candidate')] : [] };
      const { cursor } = await all.findEpoch(attemptId, client.epoch);
      const hashes = { sessionId, client: client.responsesHash, server: receipt.responses_hash };
      const told: AttemptEvent[] = [];
      if (!open) {
        const detail = { ...hashes, lastSeq: client.lastSeq, cursor };
        told.push(await events.record(all, attemptId, 'divergence', detail));
      }
      await all.refoldAnswers(attemptId);
      const made = await receipts.revise(all, receipt);
      const lastSeq = Number(open?.detail.lastSeq);
      if (made.responses_hash === client.responsesHash) {
        told.push(await repaired(all, made, 'centre'));
      } else if (open?.kind === 'divergence' && client.lastSeq > lastSeq && cursor >= client.lastSeq) {
        const items = await uncounted(all, made, client.epoch, lastSeq);
        const detail = { ...hashes, items: items.size, itemIds: [...items].join(', ') };
        told.push(await events.record(all, attemptId, 'divergence_unresolved', detail));
      }
      return { receipt: made, told };
    },
    async cameLate(all, receipt) {
      const revised = await receipts.revise(all, receipt);
      const { attempt_id: attemptId, session_id: sessionId, responses_hash: hashAfter } = revised;
      if (hashAfter === receipt.responses_hash) return { receipt, told: [] };
      const detail = { sessionId, hashBefore: receipt.responses_hash, hashAfter };
      const told = [await events.record(all, attemptId, 'entries_late', detail)];
      if ((await openOf(all, receipt))?.detail.client === hashAfter)
        told.push(await repaired(all, revised, 'candidate'));
      return { receipt: revised, told };
    },
  };
}
