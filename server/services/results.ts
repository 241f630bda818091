import type { RouteReply } from '../../shared/contract/http.ts';
import type { CandidateResult, SessionResult } from '../../shared/contract/results.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';
import { itemResults } from './item-results.ts';
import { isRegisteredFor } from './registration.ts';
import { candidateSession, readSession, type SessionBook, sessionResult } from './session-results.ts';

export interface Results {
  /** Each session of one attempt, for its proctor. */
  ofAttempt(attemptId: string): Promise<SessionResult[]>;
  /** Every candidate of an examination, in admission order. */
  ofExamination(examinationId: string): Promise<CandidateResult[]>;
  ofCandidate(candidateId: string): Promise<RouteReply<'candidateResults'>>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
}

export function createResults({ store, clock, book }: Parts): Results {
  const source = () => ({ all: store, book, now: clock.now() });
  return {
    async ofAttempt(attemptId) {
      const { examination_id, candidate_id } = await store.findAttempt(attemptId);
      const candidate = await store.findCandidate(candidate_id);
      const examination = book.examination(examination_id);
      const results: SessionResult[] = [];
      for (const session of examination.sessions) {
        const read = await readSession(source(), session, attemptId);
        const registered = isRegisteredFor(session, candidate);
        results.push(sessionResult(book, examination, read, { attemptId, registered }));
      }
      return results;
    },
    async ofExamination(examinationId) {
      const examination = book.examination(examinationId);
      const sessions: SessionBook[] = [];
      for (const session of examination.sessions) sessions.push(await readSession(source(), session));
      const candidates = await store.listCandidates(examinationId);
      return candidates.map((row) => ({
        ...{ candidateId: row.id, name: row.name, admissionNo: row.admission_no },
        sessions: sessions.map((read) => candidateSession(book, examination, read, row, clock.now())),
      }));
    },
    async ofCandidate(candidateId) {
      const { examination_id } = await store.findCandidate(candidateId);
      const examination = book.examination(examination_id);
      const candidate = (await store.listCandidates(examination_id)).find(({ id }) => id === candidateId);
      if (!candidate) throw new Fault('not_found');
      const { name, admission_no: admissionNo, attempt_id: attemptId } = candidate;
      const sessions: CandidateResult['sessions'] = [];
      const items: RouteReply<'candidateResults'>['items'] = [];
      for (const session of examination.sessions) {
        const read = await readSession(source(), session, attemptId ?? '');
        sessions.push(candidateSession(book, examination, read, candidate, clock.now()));
        if (attemptId === null || !read.receiptNos.has(attemptId)) continue;
        const codes = await store.markingCodesOf(attemptId, session.id);
        const handed = read.handed.get(attemptId) ?? { responses: {}, marked: [] };
        items.push({ sessionId: session.id, items: itemResults(book.paper(session.id), handed, codes) });
      }
      return { candidateId, attemptId, name, admissionNo, sessions, items };
    },
  };
}
