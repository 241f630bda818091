import type { RouteBody } from '../../shared/contract/http.ts';
import type { AttemptEvent, Receipt } from '../../shared/contract/views.ts';
import { currentSession } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { CandidateCaller, StaffCaller } from './callers.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import type { Divergences } from './divergences.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Network } from './ports.ts';
import { receiptOf } from './receipt-views.ts';
import type { Receipts } from './receipts.ts';
import { ownExamination, requireOwnSession } from './registration.ts';

export interface HandIn {
  /**
   * Idempotent: a session handed in keeps its first receipt, whose answers are compared with the client's each time and
   * repaired where they differ (ANS-3). Throws `too_early`, `stay_not_over` within the minimum
   * stay, `not_registered`, or `not_found`.
   */
  handIn(caller: CandidateCaller, body: RouteBody<'handIn'>): Promise<Receipt>;
  /** Hands in for a candidate at the deadline; nothing when that was done already. */
  handInAtDeadline(attemptId: string, sessionId: string): Promise<void>;
  /**
   * A proctor hands in for a candidate while the session is open; once handed in it keeps its receipt. Throws `too_early` before
   * the start, `not_registered`, or `not_found`.
   */
  collect(staff: StaffCaller, attemptId: string, sessionId: string, reason: string): Promise<Receipt>;
  /** Ends the phone of an attempt that has no session left to sit. */
  endDay(attemptId: string): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  network: Network;
  book: ExaminationBook;
  receipts: Receipts;
  divergences: Divergences;
  ledgers: CameraLedgers;
  events: Events;
  views: AttemptViews;
}

/** Who hands in, with what the candidate's window believes or why the proctor does. */
type HandedBy =
  | { who: 'candidate'; client: RouteBody<'handIn'> }
  | { who: 'deadline' }
  | { who: 'proctor'; name: string; reason: string };

export function createHandIn(parts: Parts): HandIn {
  const { store, clock, network, book, receipts, divergences, ledgers, events, views } = parts;

  const write = async (
    all: Queries,
    attemptId: string,
    sessionId: string,
    by: HandedBy,
    told: AttemptEvent[],
  ): Promise<Row<'receipt'>> => {
    const { endsAt } = book.session(sessionId);
    const now = clock.now();
    const inTime = by.who !== 'deadline' && now < endsAt;
    const handed = { handedInAt: inTime ? now : endsAt, handedInBy: inTime ? by.who : ('deadline' as const) };
    const receipt = await receipts.write(all, attemptId, sessionId, handed);
    await ledgers.close(all, attemptId, sessionId, handed.handedInAt);
    const { receipt_no: receiptNo, answered } = receipt;
    const why = inTime && by.who === 'proctor' ? { from: by.name, note: by.reason } : {};
    const detail = { sessionId, receiptNo, answered, by: handed.handedInBy, ...why };
    told.push(await events.record(all, attemptId, 'handed_in', detail));
    return receipt;
  };

  /** The receipt, and what is new about it; what the client believed is compared in the same transaction. */
  const settle = (attemptId: string, sessionId: string, by: HandedBy) =>
    store.transactionAbout({ attemptId }, async (all) => {
      const told: AttemptEvent[] = [];
      const known = await all.findReceipt(attemptId, sessionId);
      const receipt = known ?? (await write(all, attemptId, sessionId, by, told));
      if (by.who !== 'candidate') return { receipt: receiptOf(receipt), told };
      const compared = await divergences.compare(all, receipt, by.client);
      return { receipt: receiptOf(compared.receipt), told: [...told, ...compared.told] };
    });

  const endDay = async (attemptId: string) => {
    const handedIn = new Set((await store.listReceipts([attemptId])).map((row) => row.session_id));
    const { examination_id, candidate_id } = await store.findAttempt(attemptId);
    const opened = new Set(await store.listOpenings(attemptId));
    const { sessions } = ownExamination(book.examination(examination_id), await store.findCandidate(candidate_id));
    if (currentSession(sessions, { opened, handedIn }, clock.now()) !== null) return;
    if ((await store.endPhoneTokens(attemptId, clock.now(), 'handed_in')) > 0) network.endPhone(attemptId, 'handed_in');
  };

  const tell = async (attemptId: string, told: readonly AttemptEvent[]) => {
    if (told.length === 0) return;
    events.announce(told);
    await views.changed(attemptId);
    await endDay(attemptId);
  };

  return {
    endDay,
    async handIn({ attemptId, epoch }, body) {
      const session = await requireOwnSession(parts, await store.findAttempt(attemptId), body.sessionId, 'live');
      if (clock.now() < session.startsAt) throw new Fault('too_early', { at: session.startsAt });
      if (clock.now() < session.handInFrom) throw new Fault('stay_not_over', { at: session.handInFrom });
      if (body.epoch !== epoch) throw new Fault('bad_request', { epoch: body.epoch });
      const { receipt, told } = await settle(attemptId, session.id, { who: 'candidate', client: body });
      await tell(attemptId, told);
      return receipt;
    },
    async handInAtDeadline(attemptId, sessionId) {
      const { told } = await settle(attemptId, sessionId, { who: 'deadline' });
      await tell(attemptId, told);
    },
    async collect({ name }, attemptId, sessionId, reason) {
      const session = await requireOwnSession(parts, await store.findAttempt(attemptId), sessionId, 'live');
      if (clock.now() < session.startsAt) throw new Fault('too_early', { at: session.startsAt });
      const { receipt, told } = await settle(attemptId, session.id, { who: 'proctor', name, reason });
      await tell(attemptId, told);
      return receipt;
    },
  };
}
