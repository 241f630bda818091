import type { CandidateSession, SessionResult } from '../../shared/contract/results.ts';
import type { Examination } from '../../shared/contract/views.ts';
import { type WeightedScore, weightedScore } from '../../shared/domain/assessment.ts';
import type { ResponseValue } from '../../shared/domain/paper.ts';
import { scoreComponents } from '../../shared/domain/scoring.ts';
import type { Session } from '../../shared/domain/timetable.ts';
import type { Row } from '../sql/tables.ts';
import type { ExaminationBook } from './examination-book.ts';
import { handedResponses, type ResponseSource } from './handed-responses.ts';
import { type MarkedResponse, markedResponses } from './marked-responses.ts';
import { receiptOf, scoreOf } from './receipt-views.ts';
import { isRegisteredFor } from './registration.ts';

/** What one attempt handed in for a session. */
export interface HandedSession {
  responses: Record<string, ResponseValue>;
  marked: MarkedResponse[];
}

/** One session of all attempts, or of the one named, read from the store once. */
export interface SessionBook {
  session: Session;
  receipts: ReadonlyMap<string, Row<'receipt'>>;
  /** Attempt id -> receipt number of whoever handed in, an answer sheet or a file. */
  receiptNos: ReadonlyMap<string, string>;
  annotations: readonly Row<'result_annotation'>[];
  handed: ReadonlyMap<string, HandedSession>;
}

export async function readSession(source: ResponseSource, session: Session, attemptId?: string): Promise<SessionBook> {
  const narrowed = attemptId === undefined ? {} : { attemptId };
  const receipts = await source.all.receiptsOfSession(session.id);
  const receiptNos = new Map(receipts.map((row) => [row.attempt_id, row.receipt_no]));
  const handed = new Map<string, HandedSession>();
  const of = (id: string) => {
    const known = handed.get(id) ?? { responses: {}, marked: [] };
    handed.set(id, known);
    return known;
  };
  for (const { attemptId: id, itemId, content, receiptNo } of await handedResponses(source, session.id, narrowed)) {
    if (content.kind === 'written') of(id).responses[itemId] = content.value;
    if (receiptNo !== null) receiptNos.set(id, receiptNo);
  }
  for (const response of await markedResponses(source, session.id, narrowed)) {
    of(response.attemptId).marked.push(response);
  }
  return {
    ...{ session, handed, receiptNos },
    receipts: new Map(receipts.map((row) => [row.attempt_id, row])),
    annotations: await source.all.annotationsOfSession(session.id),
  };
}

/** The score by the weights of annex 2, with what markers have settled. */
export function scoreSession(
  book: ExaminationBook,
  { components }: Examination,
  session: Session,
  handed: HandedSession | undefined,
): WeightedScore {
  const { paper, key } = book.paper(session.id);
  const marks = (handed?.marked ?? []).flatMap(({ itemId, points }) => (points === null ? [] : [[itemId, points]]));
  return weightedScore(
    scoreComponents(paper, key, handed?.responses ?? {}, Object.fromEntries(marks)),
    components.filter((component) => component.session === session.kind),
  );
}

const annotationsOf = ({ annotations }: SessionBook, attemptId: string) =>
  annotations
    .filter(({ attempt_id }) => attempt_id === attemptId)
    .map(({ text, by_name: by, at }) => ({ text, by, at }));

/** One attempt's session for its proctor. */
export function sessionResult(
  book: ExaminationBook,
  examination: Examination,
  read: SessionBook,
  { attemptId, registered }: { attemptId: string; registered: boolean },
): SessionResult {
  const receipt = read.receipts.get(attemptId);
  return {
    ...{ sessionId: read.session.id, registered },
    receipt: receipt ? receiptOf(receipt) : null,
    score: receipt ? scoreOf(receipt) : null,
    weighted: read.receiptNos.has(attemptId)
      ? scoreSession(book, examination, read.session, read.handed.get(attemptId))
      : null,
    annotations: annotationsOf(read, attemptId),
  };
}

/** One candidate's session for the organiser. `attempt_id` is null for somebody who never signed in. */
export function candidateSession(
  book: ExaminationBook,
  examination: Examination,
  read: SessionBook,
  { attempt_id: attemptId, sessions_json }: { attempt_id: string | null; sessions_json: string | null },
  now: number,
): CandidateSession {
  const { id: sessionId, endsAt } = read.session;
  const receiptNo = attemptId === null ? undefined : read.receiptNos.get(attemptId);
  const annotations = attemptId === null ? [] : annotationsOf(read, attemptId);
  if (attemptId === null || receiptNo === undefined) {
    const registered = isRegisteredFor(read.session, { sessions_json });
    const state = !registered ? 'not_registered' : now < endsAt ? 'ahead' : 'absent';
    return { sessionId, state, receiptNo: null, weighted: null, annotations };
  }
  const weighted = scoreSession(book, examination, read.session, read.handed.get(attemptId));
  return { sessionId, state: weighted.score === null ? 'pending' : 'settled', receiptNo, weighted, annotations };
}
