import type { PaperAnswer, PaperImportFault, PaperSummary, SessionPaper } from '../../shared/contract/paper-import.ts';
import type { AssessmentComponent } from '../../shared/domain/assessment.ts';
import { itemsOf, type Paper } from '../../shared/domain/paper.ts';
import { roundPoints } from '../../shared/domain/scoring.ts';
import type { Session } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import { examplePaper } from '../paper-files/example-paper.ts';
import { importFault, type PaperTarget } from '../paper-files/paper-reading.ts';
import { writeQtiPackage } from '../paper-files/qti/write-qti-package.ts';
import { readPaperFile } from '../paper-files/read-paper-file.ts';
import type { SheetLanguage } from '../paper-files/sheets/paper-sheets.ts';
import { writePaperWorkbook } from '../paper-files/sheets/write-paper-workbook.ts';
import type { Storage } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Log, Processes, RandomSource } from './ports.ts';
import { createTurns } from './turns.ts';

/** Before the start the paper stands still: keys are about to leave, and windows have it by then. */
const STILL_BEFORE_START_MS = 60_000;
const closesAt = ({ startsAt }: Session): number => startsAt - STILL_BEFORE_START_MS;

export interface PaperImport {
  /** Every session with its paper. */
  list(): Promise<SessionPaper[]>;
  /** What a file holds, without changing anything. */
  check(sessionId: string, bytes: Buffer): Promise<PaperAnswer>;
  /** Makes a file without faults the session's paper. Throws `paper_in_use` when the session is about to start. */
  take(sessionId: string, bytes: Buffer, by: string): Promise<PaperAnswer>;
  /** Throws `not_found` for a session without a paper. */
  export(sessionId: string, format: 'xlsx' | 'qti', language: SheetLanguage): Promise<Buffer>;
  template(sessionId: string, language: SheetLanguage): Promise<Buffer>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  book: ExaminationBook;
  processes: Processes;
  log: Log;
}

const pointsOf = (paper: Paper, component: AssessmentComponent['component']): number =>
  roundPoints(
    paper.sections
      .filter((section) => section.component === component)
      .flatMap(({ items }) => items)
      .reduce((sum, { points }) => sum + points, 0),
  );

/** What annex 2 promises is what a paper must be worth. */
const pointFaults = (paper: Paper, plan: readonly AssessmentComponent[]): PaperImportFault[] =>
  plan
    .filter(({ component, points }) => pointsOf(paper, component) !== points)
    .map(({ component, title, points }) =>
      importFault('component_points', { item: title }, { planned: points, found: pointsOf(paper, component) }),
    );

const summaryOf = (paper: Paper, plan: readonly AssessmentComponent[]): PaperSummary => ({
  title: paper.title,
  items: itemsOf(paper).length,
  plannedItems: plan.find(({ itemCount }) => itemCount !== null)?.itemCount ?? null,
  pictures: paper.pictures.length,
  components: plan.map(({ component, title, points }) => ({
    ...{ component, title, points },
    paperPoints: pointsOf(paper, component),
  })),
});

/** Papers in and out of files. */
export function createPaperImport({ store, clock, random, book, processes, log }: Parts): PaperImport {
  // One file at a time: each may unpack to a hundred megabytes.
  const turns = createTurns();

  const planOf = (session: Session): AssessmentComponent[] =>
    book.examinationOf(session.id).components.filter((component) => component.session === session.kind);

  const targetOf = (session: Session): PaperTarget => {
    const others = book
      .examinationOf(session.id)
      .sessions.filter(({ id }) => id !== session.id && book.hasPaper(id))
      .flatMap(({ id, title }) => [...book.paper(id).itemIds].map((itemId) => [itemId, title] as const));
    const components = [...new Set(planOf(session).map(({ component }) => component))];
    return { sessionId: session.id, components, otherItems: new Map(others) };
  };

  const read = async (session: Session, bytes: Buffer) => {
    const { file, faults } = await readPaperFile(bytes, targetOf(session));
    if (!file) return { file, faults };
    const misfits = pointFaults(file.paper, planOf(session));
    return misfits.length > 0 ? { file: null, faults: misfits } : { file, faults: [] };
  };

  return {
    async list() {
      const listed: SessionPaper[] = [];
      for (const examination of book.examinations) {
        for (const session of examination.sessions) {
          listed.push({
            ...{ examinationId: examination.id, examinationTitle: examination.title },
            ...{ sessionId: session.id, sessionTitle: session.title, closesAt: closesAt(session) },
            replaceable: clock.now() < closesAt(session) && !(await store.isPaperInUse(session.id)),
            paper: book.hasPaper(session.id) ? summaryOf(book.paper(session.id).paper, planOf(session)) : null,
          });
        }
      }
      return listed;
    },
    check: (sessionId, bytes) =>
      turns.run('file', async () => {
        const session = book.session(sessionId);
        const { file, faults } = await read(session, bytes);
        return { faults, paper: file && summaryOf(file.paper, planOf(session)), taken: false };
      }),
    take: (sessionId, bytes, by) =>
      turns.run('file', async () => {
        const session = book.session(sessionId);
        const { file, faults } = await read(session, bytes);
        if (!file) return { faults, paper: null, taken: false };
        await store.transaction(async (all) => {
          if (clock.now() >= closesAt(session) || (await all.isPaperInUse(sessionId))) throw new Fault('paper_in_use');
          await all.putPaper({
            session_id: sessionId,
            paper_json: JSON.stringify(file.paper),
            key_json: JSON.stringify(file.key),
            marking_json: JSON.stringify(file.marking),
            // Another paper, another key: a window that waits with the old package cannot open it and fetches the new.
            release_key_base64: random.bytes(32).toString('base64'),
          });
        });
        await book.reread(store, sessionId);
        processes.tell('paper changed', { sessionId });
        log.info({ sessionId, by, title: file.paper.title }, 'a paper was imported');
        return { faults: [], paper: summaryOf(file.paper, planOf(session)), taken: true };
      }),
    async export(sessionId, format, language) {
      const { paper, key, marking } = book.paper(sessionId);
      const file = { paper, key, marking };
      return format === 'qti' ? writeQtiPackage(file) : writePaperWorkbook(file, language);
    },
    template: async (sessionId, language) =>
      writePaperWorkbook(examplePaper(targetOf(book.session(sessionId))), language),
  };
}
