import type { Readable } from 'node:stream';
import type { RouteReply } from '../../shared/contract/http.ts';
import type { ScanState, ThesisMetadata } from '../../shared/contract/thesis.ts';
import { type Item, itemsOf, THESIS_FORMATS, type ThesisFormat } from '../../shared/domain/paper.ts';
import { sessionPhase } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { FileInspector, Log, RandomSource, ThesisFiles, VirusScanner } from './ports.ts';
import { freeReceiptNumber } from './receipt-number.ts';
import { requireOwnSession } from './registration.ts';
import { countingThesis, submissionsOf } from './thesis-views.ts';
import { createTurns } from './turns.ts';

/** No thesis is larger, whatever its paper allows. Bytes. */
export const THESIS_LIMIT = 200 * 1024 * 1024;
/** Submissions leave this much of the disk to the answers, which come first (NET-1). Bytes. */
const RESERVED_FOR_ANSWERS = 256 * 1024 * 1024;

export interface Theses {
  /** What the candidate is asked, and what has arrived; waits for a file that is being checked. */
  state(attemptId: string, sessionId: string): Promise<RouteReply<'thesis'>>;
  /**
   * Whether this file may be sent; returns the attempt it belongs to. Throws `too_early`, `submission_closed`,
   * `file_format`, `file_too_large`, `storage_full`, `not_registered`, or `not_found` for another examination's session.
   */
  admit(attemptId: string, file: ThesisMetadata, size: number): Promise<string>;
  /** Throws `submission_closed` from the deadline on, to whoever would go on with an upload. */
  requireOpen(sessionId: string): void;
  /**
   * Checks what arrived whole, keeps it and writes its receipt. Throws `hash_mismatch`, `submission_closed` and every
   * `file_*` reason.
   */
  take(attemptId: string, file: ThesisMetadata, uploadPath: string, recovered: boolean): Promise<void>;
  /** The file that is marked: the latest acceptable one. Undefined when there is none. */
  latest(attemptId: string, sessionId: string): Promise<Row<'thesis'> | undefined>;
  list(sessionId: string): Promise<RouteReply<'sessionTheses'>['theses']>;
  /** A stored file. Throws `not_found`, also while it waits for its scan. */
  open(submissionId: string): Promise<{ id: string; format: ThesisFormat; bytes: number; stream: Readable }>;
  /** Has the scanner look at what it could not look at before. */
  scanPending(): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  log: Log;
  book: ExaminationBook;
  events: Events;
  thesisFiles: ThesisFiles;
  inspector: FileInspector;
  /** Null: the centre has none, which every receipt's row says. */
  scanner: VirusScanner | null;
}

const formatOf = (fileName: string): ThesisFormat | undefined =>
  THESIS_FORMATS.find((format) => fileName.toLowerCase().endsWith(`.${format}`));

export function createTheses(parts: Parts): Theses {
  const { store, clock, random, log, book, events, thesisFiles: files, inspector, scanner } = parts;
  /** One file of an attempt at a time, so that the later one is the later row. */
  const turns = createTurns();

  const thesisItem = (sessionId: string): Item & { kind: 'thesis' } => {
    const item = itemsOf(book.paper(sessionId).paper).find(({ kind }) => kind === 'thesis');
    if (item?.kind !== 'thesis') throw new Fault('not_found');
    return item;
  };
  const requireMine = async (attemptId: string, sessionId: string) => {
    const session = await requireOwnSession(parts, await store.findAttempt(attemptId), sessionId, 'submission');
    if (sessionPhase(session, clock.now()) === 'early') throw new Fault('too_early', { at: session.startsAt });
  };
  /** The end second belongs to "closed" (TIME-1). */
  const requireBefore = (sessionId: string, at: number) => {
    const { endsAt } = book.session(sessionId);
    if (at >= endsAt) throw new Fault('submission_closed', { at: endsAt });
  };

  /** What the file is and whether it is what was asked. Throws every `file_*` reason but `file_infected`. */
  const inspect = async ({ fileName, sessionId, sha256 }: ThesisMetadata, uploadPath: string) => {
    const { limits } = thesisItem(sessionId);
    const format = formatOf(fileName);
    if (!format || !limits.formats.includes(format)) throw new Fault('file_format', { formats: limits.formats.join() });
    const arrived = await files.digest(uploadPath);
    if (arrived.sha256 !== sha256) throw new Fault('hash_mismatch');
    if (arrived.bytes > limits.maxBytes) throw new Fault('file_too_large', { maxBytes: limits.maxBytes });
    const { pages } = await inspector.inspect(uploadPath, format);
    if (pages !== null && pages < limits.minPages) {
      throw new Fault('file_too_few_pages', { pages, limit: limits.minPages });
    }
    if (pages !== null && pages > limits.maxPages) {
      throw new Fault('file_too_many_pages', { pages, limit: limits.maxPages });
    }
    return { format, bytes: arrived.bytes, pages };
  };
  const firstScan = async (uploadPath: string, recovered: boolean): Promise<ScanState> => {
    if (!scanner) return 'not_scanned';
    // A start does not wait for a scanner: what an earlier run left is looked at right after it.
    const verdict = recovered ? 'failed' : await scanner.scan(uploadPath);
    if (verdict === 'infected') throw new Fault('file_infected');
    return verdict === 'clean' ? 'clean' : 'pending';
  };

  const accept = async (attemptId: string, file: ThesisMetadata, uploadPath: string, recovered: boolean) => {
    const receivedAt = recovered ? await files.arrivedAt(uploadPath) : clock.now();
    const { submissionId, sessionId, fileName, sha256 } = file;
    const known = await store.findThesis(submissionId);
    if (known && (known.attempt_id !== attemptId || known.sha256 !== sha256)) throw new Fault('hash_mismatch');
    if (known) return files.discard(uploadPath);
    requireBefore(sessionId, receivedAt);
    const { format, bytes, pages } = await inspect(file, uploadPath);
    const scan = await firstScan(uploadPath, recovered);
    const path = await files.keep(uploadPath, `${submissionId}.${format}`);
    const told = await store.transactionAbout({ attemptId }, async (all) => {
      const receiptNo = await freeReceiptNumber(all, receivedAt, random);
      await all.insertThesis({
        id: submissionId,
        attempt_id: attemptId,
        session_id: sessionId,
        file_name: fileName,
        ...{ format, bytes, sha256, pages, scan, path },
        received_at: receivedAt,
        receipt_no: receiptNo,
      });
      return events.record(all, attemptId, 'thesis_received', { sessionId, receiptNo }, receivedAt);
    });
    events.announce([told]);
  };

  const find = async (submissionId: string) => {
    const thesis = await store.findThesis(submissionId);
    if (!thesis || (thesis.scan !== 'clean' && thesis.scan !== 'not_scanned')) throw new Fault('not_found');
    return thesis;
  };

  let scanning: Promise<void> | null = null;
  const scanWaiting = async ({ scan }: VirusScanner) => {
    for (const { id, attempt_id, session_id, path } of await store.thesesToScan()) {
      const verdict = await files.lookedAt(path, scan);
      log.info({ id, verdict }, 'a thesis that was waiting was scanned');
      if (verdict === 'failed') continue;
      // Another process may have looked at it, too.
      if (!(await store.settleThesisScan(id, verdict)) || verdict === 'clean') continue;
      await files.remove(path);
      await events.add(attempt_id, 'thesis_refused', { sessionId: session_id, reason: 'file_infected' });
    }
  };

  return {
    async state(attemptId, sessionId) {
      await requireMine(attemptId, sessionId);
      const { title, sections, pictures } = book.paper(sessionId).paper;
      const { id, stem, points, limits } = thesisItem(sessionId);
      const section = sections.find(({ items }) => items.some((item) => item.id === id));
      const rows = await turns.run(attemptId, () => store.thesesOf(attemptId, sessionId));
      return {
        serverTime: clock.now(),
        ...{ title, points, limits, pictures },
        instructions: section?.instructions ?? '',
        requirements: stem,
        submissions: submissionsOf(rows),
      };
    },
    async admit(attemptId, { sessionId, fileName }, size) {
      await requireMine(attemptId, sessionId);
      requireBefore(sessionId, clock.now());
      const { formats, maxBytes } = thesisItem(sessionId).limits;
      const format = formatOf(fileName);
      if (!format || !formats.includes(format)) throw new Fault('file_format', { formats: formats.join() });
      if (size > maxBytes) throw new Fault('file_too_large', { maxBytes });
      if ((await files.freeBytes()) < RESERVED_FOR_ANSWERS + size) throw new Fault('storage_full');
      return attemptId;
    },
    requireOpen: (sessionId) => requireBefore(sessionId, clock.now()),
    take: (attemptId, file, uploadPath, recovered) =>
      turns.run(attemptId, async () => {
        try {
          await accept(attemptId, file, uploadPath, recovered);
        } catch (cause) {
          if (cause instanceof Fault) {
            const { sessionId } = file;
            await events.add(attemptId, 'thesis_refused', { sessionId, reason: cause.reason });
          }
          throw cause;
        }
      }),
    latest: async (attemptId, sessionId) => countingThesis(await store.thesesOf(attemptId, sessionId)),
    async list(sessionId) {
      const rows = await store.thesesOfSession(book.session(sessionId).id);
      const attempts = new Map(rows.map((row) => [row.attempt_id, row]));
      return [...attempts].flatMap(([attemptId, { candidate_name: candidateName, admission_no: admissionNo }]) =>
        submissionsOf(rows.filter((row) => row.attempt_id === attemptId)).map((submission) => ({
          ...submission,
          ...{ attemptId, candidateName, admissionNo },
        })),
      );
    },
    async open(submissionId) {
      const { id, format, bytes, path } = await find(submissionId);
      return { id, format, bytes, stream: files.read(path) };
    },
    async scanPending() {
      if (!scanner) return;
      scanning ??= scanWaiting(scanner).finally(() => {
        scanning = null;
      });
      await scanning;
    },
  };
}
