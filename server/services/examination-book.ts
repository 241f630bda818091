import { AnswerKeySchema, MarkingRuleSchema, PaperSchema } from '../../shared/contract/paper.ts';
import { AssessmentComponentSchema, type Examination } from '../../shared/contract/views.ts';
import { itemsOf, type PaperFile } from '../../shared/domain/paper.ts';
import type { Session } from '../../shared/domain/timetable.ts';
import { type PlanLink, replanned } from '../../shared/domain/timetable-change.ts';
import { Fault } from '../../shared/support/fault.ts';
import { seal } from '../../shared/support/sealed-bytes.ts';
import type { Queries } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';

/** A session's paper with everything that stays at the server. */
export interface BookedPaper extends PaperFile {
  itemIds: ReadonlySet<string>;
  /** The paper sealed under `releaseKey`: what candidates fetch before the start. */
  packed: Uint8Array<ArrayBuffer>;
  /** Base64. Leaves the server at the start and not before. */
  releaseKey: string;
}

/** The examinations as they stand while the server runs. Every lookup throws `not_found` for what is unknown. */
export interface ExaminationBook {
  readonly examinations: readonly Examination[];
  examination(id: string): Examination;
  session(id: string): Session;
  examinationOf(sessionId: string): Examination;
  /** Whether the session belongs to this examination and is of this mode. */
  holds(examinationId: string, sessionId: string, mode: Session['mode']): boolean;
  paper(sessionId: string): BookedPaper;
  hasPaper(sessionId: string): boolean;
  /** The session of this examination whose paper holds the item; undefined when none does. */
  sessionOfItem(examinationId: string, itemId: string): Session | undefined;
  /** Reads an examination's timetable again after it was changed. */
  replan(store: Queries, examinationId: string): Promise<void>;
  /** Reads the paper of one session again after it was replaced. */
  reread(store: Queries, sessionId: string): Promise<void>;
}

const sessionOf = (row: Row<'session'>): Session => ({
  id: row.id,
  kind: row.kind,
  mode: row.mode,
  title: row.title,
  entryFrom: row.entry_from,
  entryUntil: row.entry_until,
  startsAt: row.starts_at,
  handInFrom: row.hand_in_from,
  endsAt: row.ends_at,
});

const examinationsOf = (
  rows: readonly Row<'examination'>[],
  sessionRows: readonly Row<'session'>[],
  log: readonly PlanLink[],
): Examination[] =>
  rows.map((row) => {
    const sessions = sessionRows.filter(({ examination_id }) => examination_id === row.id).map(sessionOf);
    return {
      id: row.id,
      title: row.title,
      occupation: row.occupation,
      level: row.level,
      dutyPhone: row.duty_phone,
      complaintPhone: row.complaint_phone,
      betweenSessions: row.between_sessions,
      replanned: replanned(sessions, log),
      retentionDays: row.retention_days,
      answerFile: { offerAfterMs: row.answer_file_after_ms, bringWithinMs: row.answer_file_within_ms },
      components: AssessmentComponentSchema.array().parse(JSON.parse(row.components_json)),
      sessions,
    };
  });

async function bookPaper(row: Row<'paper'>): Promise<BookedPaper> {
  const paper = PaperSchema.parse(JSON.parse(row.paper_json));
  const plain = new TextEncoder().encode(JSON.stringify(paper));
  return {
    paper,
    key: AnswerKeySchema.parse(JSON.parse(row.key_json)),
    marking: MarkingRuleSchema.parse(JSON.parse(row.marking_json)),
    itemIds: new Set(itemsOf(paper).map((item) => item.id)),
    packed: await seal(new Uint8Array(Buffer.from(row.release_key_base64, 'base64')), plain),
    releaseKey: row.release_key_base64,
  };
}

export async function readExaminationBook(store: Queries): Promise<ExaminationBook> {
  const rows = await store.listExaminations();
  if (rows.length === 0) throw new Error('the data directory holds no examination');
  const examinations = examinationsOf(rows, await store.listSessions(), await store.timetableLog());
  const papers = new Map<string, BookedPaper>();
  for (const row of await store.listPapers()) papers.set(row.session_id, await bookPaper(row));

  const found = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Fault('not_found');
    return value;
  };
  const examination = (id: string) => found(examinations.find((each) => each.id === id));
  const holding = (sessionId: string) =>
    found(examinations.find((each) => each.sessions.some(({ id }) => id === sessionId)));
  return {
    examinations,
    examination,
    session: (id) => found(holding(id).sessions.find((session) => session.id === id)),
    examinationOf: holding,
    holds: (examinationId, sessionId, mode) =>
      examination(examinationId).sessions.some((session) => session.id === sessionId && session.mode === mode),
    paper: (sessionId) => found(papers.get(sessionId)),
    hasPaper: (sessionId) => papers.has(sessionId),
    sessionOfItem: (examinationId, itemId) =>
      examination(examinationId).sessions.find(({ id }) => papers.get(id)?.itemIds.has(itemId)),
    async replan(queries, examinationId) {
      const at = examinations.findIndex(({ id }) => id === examinationId);
      const planned = (await queries.listExaminations()).filter(({ id }) => id === examinationId);
      examinations.splice(
        at,
        1,
        ...examinationsOf(planned, await queries.listSessions(), await queries.timetableLog()),
      );
    },
    async reread(queries, sessionId) {
      papers.set(sessionId, await bookPaper(found(await queries.findPaper(sessionId))));
    },
  };
}
