import { createHash } from 'node:crypto';
import type { ReadResponse } from '../../shared/contract/results.ts';
import { isBlank, itemsOf, type ResponseValue } from '../../shared/domain/paper.ts';
import type { Session } from '../../shared/domain/timetable.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Narrowed } from '../sql/marking.ts';
import type { Queries } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';
import { countingThesis } from './thesis-views.ts';

/** What a candidate handed in for one item, as it stands now. */
export interface HandedResponse {
  attemptId: string;
  itemId: string;
  /** Changes with the response: a mark holds for the one it was given for. */
  hash: string;
  content: ReadResponse;
  /** Of the file itself; null for an answer, whose session has one. */
  receiptNo: string | null;
}

/** What is read to find responses, and when. */
export interface ResponseSource {
  all: Queries;
  book: ExaminationBook;
  now: number;
}

const hashOf = (value: ResponseValue): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

async function answers({ all }: ResponseSource, sessionId: string, narrowed: Narrowed): Promise<HandedResponse[]> {
  const rows = await all.answersHandedIn(sessionId, narrowed);
  return rows.flatMap(({ attempt_id: attemptId, item_id: itemId, value_json }) => {
    const value: ResponseValue | null = value_json === null ? null : JSON.parse(value_json);
    if (value === null || isBlank(value)) return [];
    return [{ attemptId, itemId, hash: hashOf(value), content: { kind: 'written' as const, value }, receiptNo: null }];
  });
}

/** Until the last day is over a later file may take the place of an earlier one: nothing is handed in before. */
async function files(
  { all, book, now }: ResponseSource,
  { id, endsAt }: Session,
  { attemptId: only }: Narrowed,
): Promise<HandedResponse[]> {
  const item = itemsOf(book.paper(id).paper).find(({ kind }) => kind === 'thesis');
  if (!item || now < endsAt) return [];
  const rows = only === undefined ? await all.thesesOfSession(id) : await all.thesesOf(only, id);
  return [...new Set(rows.map(({ attempt_id }) => attempt_id))].flatMap((attemptId) => {
    const thesis = countingThesis(rows.filter(({ attempt_id }) => attempt_id === attemptId));
    if (!thesis) return [];
    const { id: submissionId, format, bytes, pages, sha256: hash, receipt_no: receiptNo } = thesis;
    const content = { kind: 'file' as const, submissionId, format, bytes, pages };
    return [{ attemptId, itemId: item.id, hash, content, receiptNo }];
  });
}

/**
 * The responses of a session that were handed in and are not blank. The one place that knows where they lie: answers of
 * the journal once the attempt has its receipt, and files once the last day is over.
 */
export async function handedResponses(
  source: ResponseSource,
  sessionId: string,
  narrowed: Narrowed,
): Promise<HandedResponse[]> {
  if (!source.book.hasPaper(sessionId)) return [];
  const session = source.book.session(sessionId);
  return session.mode === 'live' ? answers(source, sessionId, narrowed) : files(source, session, narrowed);
}
