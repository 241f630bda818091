import type { Cursor, EntryBatch } from '../../shared/contract/entries.ts';
import type { RouteReply } from '../../shared/contract/http.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { StoredVerdict } from '../sql/tables.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { CandidateCaller } from './callers.ts';
import { newEntries, verifyHashes } from './entry-chain.ts';
import { counts, storedVerdict } from './entry-verdict.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import { damageDetail } from './journal-damages.ts';
import type { Receipts } from './receipts.ts';
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
  clock: Clock;
  book: ExaminationBook;
  receipts: Receipts;
  events: Events;
  views: AttemptViews;
  wall: Wall;
}

type Stored = { entry: Entry; verdict: StoredVerdict };

export function createAnswers({ store, clock, book, receipts, events, views, wall }: Parts): Answers {
  /** Events that the batch gives rise to: each violation, and one line for entries that came late. */
  const eventsFrom = async (all: Queries, attemptId: string, epoch: number, stored: readonly Stored[]) => {
    const told: AttemptEvent[] = [];
    for (const { entry, verdict } of stored) {
      if (entry.body.type !== 'violation' || verdict !== 'accepted') continue;
      const { kind, detail, durationMs } = entry.body;
      told.push(await events.record(all, attemptId, kind, { ...detail, durationMs, epoch, seq: entry.seq }, entry.at));
    }
    if (told.length > 0) await all.countViolations(attemptId, told.length);
    for (const { entry, verdict } of stored) {
      if (entry.body.type !== 'journal_damage' || verdict !== 'accepted') continue;
      told.push(await events.record(all, attemptId, 'journal_damaged', damageDetail(entry.body.damages), entry.at));
    }
    const count = (...wanted: StoredVerdict[]) => stored.filter(({ verdict }) => wanted.includes(verdict)).length;
    const late = { synced: count('late_synced'), refused: count('after_deadline', 'after_hand_in', 'unknown_item') };
    if (late.synced + late.refused > 0)
      told.push(await events.record(all, attemptId, 'entries_late', { epoch, ...late }));
    const fenced = count('fenced');
    if (fenced > 0) told.push(await events.record(all, attemptId, 'entries_fenced', { epoch, count: fenced }));
    return told;
  };

  const keep = async (all: Queries, { attemptId }: CandidateCaller, { epoch, entries }: EntryBatch) => {
    const receivedAt = clock.now();
    const attempt = await all.findAttempt(attemptId);
    if (epoch > attempt.epoch) throw new Fault('bad_request', { epoch });
    const fenced = epoch < attempt.epoch;
    const seqs = entries.map((entry) => entry.seq);
    const links = await all.linksAround(attemptId, epoch, Math.min(...seqs), Math.max(...seqs));
    const given = await all.listReceipts(attemptId);
    const circumstances = { book, examinationId: attempt.examination_id, receipts: given, fenced, receivedAt };
    const stored: Stored[] = [];
    for (const entry of newEntries(entries, links)) {
      const verdict = storedVerdict(entry, circumstances);
      await all.insertEntry(entry, receivedAt, verdict);
      if (counts(verdict)) await all.foldEntry(entry);
      stored.push({ entry, verdict });
    }
    const known = await all.findEpoch(attemptId, epoch);
    const cursor = await all.advanceCursor(attemptId, epoch, known.cursor);
    const told = await eventsFrom(all, attemptId, epoch, stored);
    const answered = new Set(
      stored.flatMap(({ entry: { body }, verdict }) =>
        counts(verdict) && body.type === 'response' ? [body.sessionId] : [],
      ),
    );
    const revised = given.filter((receipt) => answered.has(receipt.session_id));
    for (const receipt of revised) told.push(...(await receipts.revise(all, receipt)));
    return { cursor, fenced, told, revised: revised.length > 0 };
  };

  return {
    async append(caller, batch) {
      for (const entry of batch.entries) {
        if (entry.attemptId !== caller.attemptId) throw new Fault('not_allowed');
        if (entry.epoch !== batch.epoch) throw new Fault('bad_request', { seq: entry.seq });
      }
      await verifyHashes(batch.entries);
      const { cursor, fenced, told, revised } = await store.transaction((all) => keep(all, caller, batch));
      events.announce(told);
      wall.touch(caller.attemptId);
      if (revised) await views.changed(caller.attemptId);
      if (fenced) throw new Fault('signed_in_elsewhere');
      return { epoch: batch.epoch, cursor };
    },
    async read(attemptId) {
      return { ...(await store.readAnswers(attemptId)), cursors: await store.listCursors(attemptId) };
    },
  };
}
