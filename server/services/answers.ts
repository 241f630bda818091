import type { Cursor, EntryBatch } from '../../shared/contract/entries.ts';
import type { RouteReply } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import { tellOfKept } from './after-keeping.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { CandidateCaller } from './callers.ts';
import { verifyHashes } from './entry-chain.ts';
import type { EntryKeeper, JournalBatch, Kept } from './entry-keeper.ts';
import type { Events } from './events.ts';
import { createSharedCommit } from './shared-commit.ts';
import type { Wall } from './wall.ts';

export interface Answers {
  /**
   * Stores each entry of the batch once (ANS-2) and folds those that count, in one transaction; returns the highest
   * contiguous seq. Throws `hash_mismatch` (nothing of the batch is stored), `not_allowed` for another attempt's
   * entries, and `signed_in_elsewhere` for a fenced epoch, whose entries are kept as evidence all the same (ANS-5).
   */
  append(caller: CandidateCaller, batch: EntryBatch): Promise<Cursor>;
  /** What the server holds, for re-entry (ANS-4). */
  read(attemptId: string): Promise<RouteReply<'answers'>>;
}

interface Parts {
  store: Storage;
  keeper: EntryKeeper;
  events: Events;
  views: AttemptViews;
  wall: Wall;
}

/** Entries in one transaction: a tenth of a second of writing, during which nothing else is answered. */
const MOST_ENTRIES = 2_000;

export function createAnswers(parts: Parts): Answers {
  const { store, keeper } = parts;
  const shared = createSharedCommit<JournalBatch, Kept>({
    keyOf: ({ attemptId }) => attemptId,
    sizeOf: ({ entries }) => entries.length,
    mostSize: MOST_ENTRIES,
    commit: (batches) =>
      store.transactionAbout({ attemptIds: batches.map(({ attemptId }) => attemptId) }, (all) =>
        keeper.keep(all, batches),
      ),
  });
  return {
    async append({ attemptId }, { epoch, entries, sentAt }) {
      for (const entry of entries) {
        if (entry.attemptId !== attemptId) throw new Fault('not_allowed');
        if (entry.epoch !== epoch) throw new Fault('bad_request', { seq: entry.seq });
      }
      verifyHashes(entries);
      const kept = await shared.run({ attemptId, epoch, entries, sentAt });
      await tellOfKept(parts, attemptId, kept);
      if (kept.fenced) throw new Fault('signed_in_elsewhere');
      return { epoch, cursor: kept.cursor };
    },
    async read(attemptId) {
      const held = await store.readAnswers(attemptId);
      const cursors = await store.listCursors(attemptId);
      return { ...held, cursors, carried: await store.listCarried(attemptId) };
    },
  };
}
