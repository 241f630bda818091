import type { TwoClocks } from '../../shared/contract/entries.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import { findingClass } from '../../shared/domain/finding-class.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { JudgedEntry } from '../sql/entries.ts';
import type { Queries } from '../sql/storage.ts';
import type { Row, StoredVerdict } from '../sql/tables.ts';
import type { Divergences } from './divergences.ts';
import { newEntries, type StoredLink, type StoredLinks } from './entry-chain.ts';
import { counts, REFUSED, storedVerdict } from './entry-verdict.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import { damageDetail } from './journal-damages.ts';
import { lateClocks } from './late-clocks.ts';
import { registeredKinds } from './registration.ts';

/** Entries of one epoch of one attempt, whose own hashes have been verified. */
export interface JournalBatch {
  attemptId: string;
  epoch: number;
  entries: readonly Entry[];
  /** What both clocks of the computer said as they were sent. */
  sentAt?: TwoClocks | undefined;
  /** They come in an answer file that was brought too late (ANS-6). */
  broughtLate?: boolean;
}

export interface Kept {
  /** The highest seq of the epoch up to which every entry is held. */
  cursor: number;
  /** The epoch is not the attempt's current one: its entries are evidence only. */
  fenced: boolean;
  /** Of each entry that was new. */
  verdicts: StoredVerdict[];
  /** To be announced after the commit. */
  told: AttemptEvent[];
  /** Whether a receipt was looked at again. */
  revised: boolean;
}

export interface EntryKeeper {
  /**
   * Stores what is new of each batch and folds what counts (ANS-2), in the caller's transaction. One outcome a batch: what
   * was kept, or why nothing of that batch was (`hash_mismatch`, or `bad_request` for an epoch there is not); the others are kept all the
   * same. No two batches are of one attempt.
   */
  keep(all: Queries, batches: readonly JournalBatch[]): Promise<(Kept | Fault)[]>;
}

interface Parts {
  clock: Clock;
  book: ExaminationBook;
  divergences: Divergences;
  events: Events;
}

/** One batch, read against what is stored: nothing is written yet. */
interface Judged {
  batch: JournalBatch;
  stored: JudgedEntry[];
  cursorBefore: number;
  links: StoredLinks;
  fenced: boolean;
  receipts: readonly Row<'receipt'>[];
}

const seqOf = ({ seq }: Entry) => seq;
const first = ({ entries }: JournalBatch) => Math.min(...entries.map(seqOf));
const last = ({ entries }: JournalBatch) => Math.max(...entries.map(seqOf));
const place = (attemptId: string, epoch: number) => `${attemptId} ${epoch}`;

const orFault = <Value>(work: () => Value): Value | Fault => {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Fault) return cause;
    throw cause;
  }
};

/** A phone sends a picture every five seconds; an older one shows another moment. */
const REAR_STILL_WITHIN_MS = 12_000;

/** What the second camera last showed before a violation was noted (VIO-2). */
async function rearStillAt(all: Queries, attemptId: string, at: number): Promise<{ rearStill?: string }> {
  const span = { from: at - REAR_STILL_WITHIN_MS, until: at + REAR_STILL_WITHIN_MS };
  const id = await all.latestStill({ attemptId, camera: 'rear', ...span });
  return id ? { rearStill: id } : {};
}

export function createEntryKeeper({ clock, book, divergences, events }: Parts): EntryKeeper {
  const judgeAll = async (all: Queries, batches: readonly JournalBatch[], receivedAt: number) => {
    const attemptIds = batches.map(({ attemptId }) => attemptId);
    const epochs = new Map(
      (await all.listEpochs(attemptIds)).map((row) => [place(row.attempt_id, row.epoch), row] as const),
    );
    const around = batches.map((batch) => ({ ...batch, first: first(batch) - 1, last: last(batch) + 1 }));
    const links = new Map<string, Map<number, StoredLink>>();
    for (const { attempt_id, epoch, seq, hash, prev, verdict } of await all.linksWithin(around)) {
      const of = place(attempt_id, epoch);
      links.set(of, (links.get(of) ?? new Map()).set(seq, { hash, prev, setAside: verdict === 'brought_late' }));
    }
    const given = await all.listReceipts(attemptIds);
    return batches.map((batch) =>
      orFault((): Judged => {
        const { attemptId, epoch, entries, broughtLate = false } = batch;
        const known = epochs.get(place(attemptId, epoch));
        if (!known) throw new Fault('bad_request', { epoch });
        const fenced = epoch < known.current_epoch;
        const receiptsOf = given.filter((receipt) => receipt.attempt_id === attemptId);
        const { examination_id: examinationId, cursor: cursorBefore } = known;
        const registered = registeredKinds(known);
        const circumstances = {
          ...{ book, examinationId, registered, receipts: receiptsOf },
          ...{ fenced, receivedAt, broughtLate },
        };
        const linksOf: StoredLinks = links.get(place(attemptId, epoch)) ?? new Map();
        const stored = newEntries(entries, linksOf)
          .map((entry) => ({ entry, verdict: storedVerdict(entry, circumstances) }))
          // Brought late once more: it is set aside as it was.
          .filter(({ entry, verdict }) => verdict !== 'brought_late' || !linksOf.has(entry.seq));
        return { batch, stored, cursorBefore, links: linksOf, fenced, receipts: receiptsOf };
      }),
    );
  };

  /**
   * The cursor moves over what was stored and, where that closes a gap, over what waited above it. Late entries of a fenced
   * epoch move nothing: they are evidence only, and the computer that has them must still carry them (ANS-4). Nor do
   * those of a file that was brought late: the window that has them must still send them.
   */
  const cursorAfter = async (all: Queries, { batch, stored, cursorBefore, links, fenced }: Judged) => {
    if (fenced) return cursorBefore;
    const held = new Set([
      ...[...links].filter(([, { setAside }]) => !setAside).map(([seq]) => seq),
      ...stored.filter(({ verdict }) => verdict !== 'brought_late').map(({ entry }) => entry.seq),
    ]);
    let cursor = cursorBefore;
    while (held.has(cursor + 1)) cursor += 1;
    if (cursor <= last(batch)) return cursor;
    for (const seq of await all.seqsAbove(batch.attemptId, batch.epoch, cursor)) {
      if (seq !== cursor + 1) break;
      cursor = seq;
    }
    return cursor;
  };

  /** Events that the batch gives rise to: each violation, and one line for entries that came late. */
  const eventsFrom = async (all: Queries, { batch, stored }: Judged, receivedAt: number) => {
    const { attemptId, epoch, sentAt } = batch;
    const told: AttemptEvent[] = [];
    let counting = 0;
    for (const { entry, verdict } of stored) {
      if (entry.body.type !== 'violation' || verdict !== 'accepted') continue;
      const { kind, durationMs } = entry.body;
      const detail = { ...entry.body.detail, durationMs };
      if (findingClass(kind, detail) === 'reported') counting += 1;
      const { stillAt } = entry.body.detail;
      const seenAt = typeof stillAt === 'number' ? stillAt : entry.at;
      const rearStill = 'still' in detail ? await rearStillAt(all, attemptId, seenAt) : {};
      told.push(
        await events.record(all, attemptId, kind, { ...detail, ...rearStill, epoch, seq: entry.seq }, entry.at),
      );
    }
    if (counting > 0) await all.countViolations(attemptId, counting);
    for (const { entry, verdict } of stored) {
      if (entry.body.type !== 'journal_damage' || verdict !== 'accepted') continue;
      told.push(await events.record(all, attemptId, 'journal_damaged', damageDetail(entry.body.damages), entry.at));
    }
    const of = (...wanted: StoredVerdict[]) => stored.filter(({ verdict }) => wanted.includes(verdict));
    const [synced, fenced] = [of('late_synced'), of('fenced')];
    const refused = of(...REFUSED, 'brought_late');
    const clocks = (late: readonly JudgedEntry[]) => lateClocks(late, receivedAt, sentAt);
    if (synced.length + refused.length > 0) {
      const detail = { epoch, synced: synced.length, refused: refused.length, ...clocks([...synced, ...refused]) };
      told.push(await events.record(all, attemptId, 'entries_late', detail));
    }
    if (fenced.length > 0) {
      const detail = { epoch, count: fenced.length, ...clocks(fenced) };
      told.push(await events.record(all, attemptId, 'entries_fenced', detail));
    }
    return told;
  };

  const settle = async (all: Queries, judged: Judged, cursor: number, receivedAt: number): Promise<Kept> => {
    const told = await eventsFrom(all, judged, receivedAt);
    const answered = new Set(
      judged.stored.flatMap(({ entry: { body }, verdict }) =>
        counts(verdict) && body.type === 'response' ? [body.sessionId] : [],
      ),
    );
    const revised = judged.receipts.filter((receipt) => answered.has(receipt.session_id));
    for (const receipt of revised) told.push(...(await divergences.cameLate(all, receipt)).told);
    const verdicts = judged.stored.map(({ verdict }) => verdict);
    return { cursor, fenced: judged.fenced, verdicts, told, revised: revised.length > 0 };
  };

  return {
    async keep(all, batches) {
      const receivedAt = clock.now();
      const judged = await judgeAll(all, batches, receivedAt);
      const kept = judged.filter((each): each is Judged => !(each instanceof Fault));
      const stored = kept.flatMap((each) => each.stored);
      const again = kept.flatMap(({ stored: judgedNow, links }) =>
        judgedNow.filter(({ entry }) => links.get(entry.seq)?.setAside),
      );
      await all.insertEntries(again.length === 0 ? stored : stored.filter((each) => !again.includes(each)), receivedAt);
      await all.judgeAgain(again);
      await all.foldIntoAnswers(stored.filter(({ verdict }) => counts(verdict)).map(({ entry }) => entry));
      const cursors = new Map<Judged, number>();
      for (const each of kept) cursors.set(each, await cursorAfter(all, each));
      const moved = kept.map((each) => ({ ...each.batch, cursor: cursors.get(each) ?? each.cursorBefore }));
      await all.moveCursors(moved.filter(({ cursor }, index) => cursor !== kept[index]?.cursorBefore));
      const outcomes: (Kept | Fault)[] = [];
      for (const each of judged) {
        const cursor = each instanceof Fault ? 0 : (cursors.get(each) ?? each.cursorBefore);
        outcomes.push(each instanceof Fault ? each : await settle(all, each, cursor, receivedAt));
      }
      return outcomes;
    },
  };
}
