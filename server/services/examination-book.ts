import { AnswerKeySchema, type Examination, PaperSchema } from '../../shared/contract/views.ts';
import { type AnswerKey, itemsOf, type Paper } from '../../shared/domain/paper.ts';
import type { Session } from '../../shared/domain/timetable.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries } from '../sql/storage.ts';

/** The examination as it stands while the server runs: timetable, papers, and the keys that never leave it. */
export interface ExaminationBook {
  examination: Examination;
  /** Throws `not_found` for an unknown session. */
  session(id: string): Session;
  paper(sessionId: string): Paper;
  key(sessionId: string): AnswerKey;
  itemIds(sessionId: string): readonly string[];
  /** The session whose paper holds this item; undefined when none does. */
  sessionOfItem(itemId: string): Session | undefined;
}

export async function readExaminationBook(store: Queries): Promise<ExaminationBook> {
  const row = await store.findExamination();
  if (!row) throw new Error('the data directory holds no examination');
  const sessions = (await store.listSessions()).map(
    ({ id, kind, title, entry_from: entryFrom, starts_at: startsAt, ends_at: endsAt }): Session => ({
      id,
      kind,
      title,
      entryFrom,
      startsAt,
      endsAt,
    }),
  );
  const papers = new Map<string, { paper: Paper; key: AnswerKey; itemIds: string[] }>();
  const sessionOfItem = new Map<string, Session>();
  for (const { session_id, paper_json, key_json } of await store.listPapers()) {
    const paper = PaperSchema.parse(JSON.parse(paper_json));
    const itemIds = itemsOf(paper).map((item) => item.id);
    papers.set(session_id, { paper, key: AnswerKeySchema.parse(JSON.parse(key_json)), itemIds });
    const session = sessions.find(({ id }) => id === session_id);
    if (session) for (const id of itemIds) sessionOfItem.set(id, session);
  }
  const found = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Fault('not_found');
    return value;
  };
  const { id, title, occupation, level, duty_phone: dutyPhone, complaint_phone: complaintPhone } = row;
  return {
    examination: { id, title, occupation, level, sessions, dutyPhone, complaintPhone },
    session: (sessionId) => found(sessions.find((session) => session.id === sessionId)),
    paper: (sessionId) => found(papers.get(sessionId)).paper,
    key: (sessionId) => found(papers.get(sessionId)).key,
    itemIds: (sessionId) => found(papers.get(sessionId)).itemIds,
    sessionOfItem: (itemId) => sessionOfItem.get(itemId),
  };
}
