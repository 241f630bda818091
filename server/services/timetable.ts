import { createHash } from 'node:crypto';
import type { RouteBody, RouteReply } from '../../shared/contract/http.ts';
import { GENESIS } from '../../shared/domain/entry.ts';
import { registeredSessions } from '../../shared/domain/registration.ts';
import type { Session } from '../../shared/domain/timetable.ts';
import {
  intactPlanLinks,
  type PlanFault,
  planFaults,
  planLinkText,
  type SessionPlan,
  timesOf,
} from '../../shared/domain/timetable-change.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Log, Network, Processes } from './ports.ts';
import { isRegisteredFor, ownExamination, registeredKinds } from './registration.ts';
import { createTurns } from './turns.ts';
import type { Wall } from './wall.ts';

export interface Timetable {
  /**
   * Plans a session anew and tells every window (TIME-5), or returns what keeps it from being planned so. Throws `not_found`, and
   * `change_outdated` where `from` is not how it is planned now.
   */
  replan(sessionId: string, change: RouteBody<'replanSession'>, by: string): Promise<PlanFault[]>;
  log(): Promise<RouteReply<'timetableLog'>>;
  /** Tells a window that comes back what its sessions are now, where they are not what was announced. */
  catchUp(attempt: Row<'attempt'>): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  network: Network;
  processes: Processes;
  wall: Wall;
  log: Log;
}

export function createTimetable({ store, clock, book, network, processes, wall, log }: Parts): Timetable {
  // One after another: each is checked against what the one before came to.
  const turns = createTurns();

  const planOf = (session: Session): SessionPlan => ({
    ...timesOf(session),
    betweenSessions: book.examinationOf(session.id).betweenSessions,
  });

  /** Sessions of other examinations of whoever sits this one: who enters for two has a number for each. */
  const elsewhere = async (all: Queries, session: Session): Promise<Session[]> => {
    const { id: examinationId } = book.examinationOf(session.id);
    const everybody = await all.whoSitsWhat();
    const here = new Set(
      everybody
        .filter((each) => each.examination_id === examinationId && isRegisteredFor(session, each))
        .map(({ identity_no }) => identity_no),
    );
    const others = everybody
      .filter((each) => each.examination_id !== examinationId && here.has(each.identity_no))
      .flatMap((each) => registeredSessions(book.examination(each.examination_id).sessions, registeredKinds(each)));
    return [...new Set(others)];
  };

  const change = (sessionId: string, { from, to, why }: RouteBody<'replanSession'>, by: string) =>
    store.transaction(async (all): Promise<PlanFault[]> => {
      // Another process may have planned it anew a moment ago.
      await book.replan(all, book.examinationOf(sessionId).id);
      const session = book.session(sessionId);
      const examination = book.examinationOf(sessionId);
      if (canonicalJson(from) !== canonicalJson(planOf(session))) throw new Fault('change_outdated');
      const now = clock.now();
      const faults = planFaults(to, {
        ...{ now, session, examination },
        entered: await all.isPaperInUse(sessionId),
        elsewhere: await elsewhere(all, session),
      });
      if (faults.length > 0) return faults;
      const last = (await all.timetableLog()).at(-1);
      const link = { seq: (last?.seq ?? 0) + 1, at: now, by, sessionId, from, to, why, prev: last?.hash ?? GENESIS };
      const hash = createHash('sha256').update(planLinkText(link)).digest('hex');
      await all.replanSession(examination.id, { ...link, hash });
      return [];
    });

  const tellAll = async (examinationId: string) => {
    const examination = book.examination(examinationId);
    for (const each of await store.attemptsOfExamination(examinationId)) {
      network.toCandidate(each.id, 'examination.changed', ownExamination(examination, each));
    }
    network.toWalls('examination.changed', examination);
    wall.touchAll();
  };

  return {
    replan: (sessionId, body, by) =>
      turns.run('timetable', async () => {
        const faults = await change(sessionId, body, by);
        if (faults.length > 0) return faults;
        const { id: examinationId } = book.examinationOf(sessionId);
        await book.replan(store, examinationId);
        processes.tell('timetable changed', { examinationId });
        log.info({ sessionId, by, from: body.from, to: body.to }, 'a session was planned anew');
        await tellAll(examinationId);
        return [];
      }),
    async log() {
      const links = await store.timetableLog();
      return {
        intact: (await intactPlanLinks(links)) === links.length,
        head: links.at(-1)?.hash ?? GENESIS,
        links: links.reverse().map(({ prev: _prev, hash: _hash, ...link }) => link),
      };
    },
    async catchUp({ id, candidate_id, examination_id }) {
      const examination = book.examination(examination_id);
      if (examination.replanned.length === 0) return;
      const own = ownExamination(examination, await store.findCandidate(candidate_id));
      network.toCandidate(id, 'examination.changed', own);
    },
  };
}
