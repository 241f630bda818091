import type { AnswerFileCounts, AnswerFileReport, RevisedReceipt } from '../../../shared/contract/answer-file.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { AnswerFileRefused } from '../../../shared/domain/answer-file.ts';
import { broughtInTimeUntil } from '../../../shared/domain/answer-file-offer.ts';
import { isOfItem } from '../../../shared/domain/entry.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';
import type { Queries, Storage } from '../../sql/storage.ts';
import type { Row, StoredVerdict } from '../../sql/tables.ts';
import { tellOfKept } from '../after-keeping.ts';
import type { AttemptViews } from '../attempt-views.ts';
import type { EntryKeeper, JournalBatch, Kept } from '../entry-keeper.ts';
import { REFUSED } from '../entry-verdict.ts';
import type { Events } from '../events.ts';
import type { ExaminationBook } from '../examination-book.ts';
import type { Log } from '../ports.ts';
import { createTurns } from '../turns.ts';
import type { Wall } from '../wall.ts';
import type { CentreKey } from './centre-key.ts';
import { answerFileHeader, type OpenedAnswerFile, openForAttempt } from './opened-answer-file.ts';

export interface AnswerFiles {
  /** What importing the file would do, or why it is refused. Changes nothing. */
  look(bytes: Buffer): Promise<AnswerFileReport>;
  /** Imports it. A file whose entries are all known changes nothing and says so (ANS-6). */
  take(bytes: Buffer, by: string): Promise<AnswerFileReport>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  keeper: EntryKeeper;
  events: Events;
  views: AttemptViews;
  wall: Wall;
  log: Log;
  centreKey: CentreKey;
}

/** Leaves the transaction of a look, which is thereby undone. */
class OnlyLooked extends Error {
  constructor(readonly outcome: Outcome) {
    super('only looked');
  }
}

interface Outcome {
  counts: AnswerFileCounts;
  /** To be announced after the commit. */
  told: AttemptEvent[];
  receipts: RevisedReceipt[];
}

const nothingOf: Omit<AnswerFileReport, 'fault' | 'header'> = {
  candidate: null,
  counts: null,
  lateSince: null,
  receipts: [],
  taken: false,
};

function countsOf(entries: number, verdicts: readonly StoredVerdict[]): AnswerFileCounts {
  const count = (...wanted: StoredVerdict[]) => verdicts.filter((verdict) => wanted.includes(verdict)).length;
  return {
    entries,
    known: entries - verdicts.length,
    accepted: count('accepted'),
    lateSynced: count('late_synced'),
    broughtLate: count('brought_late'),
    refused: count(...REFUSED),
    fenced: count('fenced'),
  };
}

/** Answer files that candidates without a network hand over. A look is the import itself, undone: neither can differ. */
export function createAnswerFiles(parts: Parts): AnswerFiles {
  const { store, clock, book, keeper, events, log, centreKey } = parts;
  // One at a time: each may unpack to a long journal.
  const turns = createTurns();

  const revisions = (before: readonly Row<'receipt'>[], after: readonly Row<'receipt'>[]): RevisedReceipt[] =>
    after.flatMap((receipt) => {
      const earlier = before.find(({ session_id }) => session_id === receipt.session_id);
      if (!earlier || earlier.responses_hash === receipt.responses_hash) return [];
      const { title: sessionTitle } = book.session(receipt.session_id);
      const { receipt_no: receiptNo, answered: answeredAfter } = receipt;
      return [{ sessionTitle, receiptNo, answeredBefore: earlier.answered, answeredAfter }];
    });

  /** Epoch by epoch, as the keeper wants it: no two batches at once are of one attempt. */
  const keepAll = async (all: Queries, batches: readonly JournalBatch[]): Promise<Kept[]> => {
    const kept: Kept[] = [];
    for (const batch of batches) {
      const [outcome] = await keeper.keep(all, [batch]);
      if (outcome instanceof Fault) throw new AnswerFileRefused('contradicts_stored', { cause: outcome });
      if (outcome) kept.push(outcome);
    }
    return kept;
  };

  /** Until when the file had to be brought, where that time is over. */
  const lateSince = ({ attempt, batches }: OpenedAnswerFile): number | null => {
    const { id, answerFile, sessions } = book.examination(attempt.examination_id);
    const answered = new Set(
      batches.flatMap(({ entries }) =>
        entries.flatMap(({ body }) => (isOfItem(body) ? [book.sessionOfItem(id, body.itemId)?.id] : [])),
      ),
    );
    const until = broughtInTimeUntil(
      answerFile,
      sessions.filter((session) => answered.has(session.id)),
    );
    return until !== null && clock.now() >= until ? until : null;
  };

  const keep = async (all: Queries, { attempt, batches }: OpenedAnswerFile, broughtLate: boolean): Promise<Outcome> => {
    const before = await all.listReceipts([attempt.id]);
    const kept = await keepAll(
      all,
      batches.map((batch) => ({ ...batch, broughtLate })),
    );
    const entries = batches.reduce((sum, batch) => sum + batch.entries.length, 0);
    const counts = countsOf(
      entries,
      kept.flatMap(({ verdicts }) => verdicts),
    );
    return {
      counts,
      told: kept.flatMap(({ told }) => told),
      receipts: revisions(before, await all.listReceipts([attempt.id])),
    };
  };

  const look = async (file: OpenedAnswerFile, late: boolean): Promise<Outcome> => {
    try {
      return await store.transactionAbout({ attemptId: file.attempt.id }, async (all) => {
        throw new OnlyLooked(await keep(all, file, late));
      });
    } catch (cause) {
      if (cause instanceof OnlyLooked) return cause.outcome;
      throw cause;
    }
  };

  const take = async (file: OpenedAnswerFile, late: boolean, fileHash: string, by: string): Promise<Outcome> => {
    const { attempt, header } = file;
    const outcome = await store.transactionAbout({ attemptId: attempt.id }, async (all) => {
      const done = await keep(all, file, late);
      if (done.counts.known === done.counts.entries) return done;
      const { madeAt, computerClock } = header;
      const detail = { by, ...done.counts, computerClock, ...(madeAt === null ? {} : { madeAt }), fileHash };
      return { ...done, told: [...done.told, await events.record(all, attempt.id, 'answer_file_imported', detail)] };
    });
    await tellOfKept(parts, attempt.id, { told: outcome.told, revised: outcome.receipts.length > 0 });
    log.info({ attemptId: attempt.id, by, fileHash, ...outcome.counts }, 'an answer file was imported');
    return outcome;
  };

  const report = async (bytes: Buffer, by: string | null): Promise<AnswerFileReport> => {
    const plain = new Uint8Array(bytes);
    try {
      const file = await openForAttempt(store, centreKey, plain);
      const since = lateSince(file);
      const late = since !== null;
      const done = by === null ? look(file, late) : take(file, late, await sha256Hex(plain), by);
      const { counts, receipts } = await done;
      const { name, admission_no: admissionNo } = file.candidate;
      const { title: examinationTitle } = book.examination(file.attempt.examination_id);
      const candidate = { name, admissionNo, examinationTitle };
      return { fault: null, header: file.header, candidate, counts, lateSince: since, receipts, taken: by !== null };
    } catch (cause) {
      if (!(cause instanceof AnswerFileRefused)) throw cause;
      log.warn({ err: cause, by }, 'an answer file was refused');
      return { ...nothingOf, fault: cause.fault, header: readableHeader(plain) };
    }
  };

  return {
    look: (bytes) => turns.run('file', () => report(bytes, null)),
    take: (bytes, by) => turns.run('file', () => report(bytes, by)),
  };
}

/** For the organiser to see whose a refused file claims to be. */
function readableHeader(bytes: Uint8Array<ArrayBuffer>): AnswerFileReport['header'] {
  try {
    return answerFileHeader(bytes);
  } catch {
    return null;
  }
}
