import type { RouteBody, RouteReply } from '../../shared/contract/http.ts';
import type { MarkedSession, MarkingProgress } from '../../shared/contract/marking.ts';
import { lacksMarkers, READINGS, readingOf, roundFor } from '../../shared/domain/marking.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { ExaminationBook } from './examination-book.ts';
import { type MarkedResponse, markedResponses } from './marked-responses.ts';
import { writtenItems } from './marking-items.ts';

/** Throws `not_assigned` unless this marker is assigned to the session (MARK-3). */
export async function requireAssigned(all: Queries, { staffId }: StaffCaller, sessionId: string): Promise<void> {
  const [assigned] = await all.markingAssignmentsNow({ sessionId, markerId: staffId });
  if (!assigned) throw new Fault('not_assigned');
}

export interface MarkingAssignments {
  overview(): Promise<RouteReply<'markingAssignments'>>;
  /** Throws `not_found` for an unknown session, and for whoever is no marker. */
  assign(organiser: StaffCaller, body: RouteBody<'assignMarker'>): Promise<void>;
  /** Throws `not_assigned` for a thesis of a session that is not this marker's. Anybody else may open it. */
  requireOpen(caller: StaffCaller, submissionId: string): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
}

function progressOf(responses: readonly MarkedResponse[], assigned: readonly string[]): MarkingProgress {
  const counts = Object.fromEntries(READINGS.map((reading) => [reading, 0])) as Record<
    (typeof READINGS)[number],
    number
  >;
  for (const { standing, limit } of responses) counts[readingOf(standing, limit)] += 1;
  const stuck = responses.filter(({ standing, limit }) => lacksMarkers(standing, assigned, limit)).length;
  return { responses: responses.length, ...counts, stuck };
}

/** Who marks which session, and how far each is (MARK-3). */
export function createMarkingAssignments({ store, clock, book }: Parts): MarkingAssignments {
  const sessionOf = async (sessionId: string, assigned: readonly string[], markers: readonly { id: string }[]) => {
    const now = clock.now();
    const responses = await markedResponses({ all: store, book, now }, sessionId, {});
    const people = markers.flatMap(({ id: markerId }): MarkedSession['markers'] => {
      const read = responses.filter(({ standing }) => standing.some((mark) => mark.markerId === markerId)).length;
      const mayRead = ({ standing, claims, limit }: MarkedResponse) =>
        roundFor(
          markerId,
          standing,
          claims.filter(({ until }) => now < until),
          limit,
        ) !== null;
      const isAssigned = assigned.includes(markerId);
      if (!isAssigned && read === 0) return [];
      return [{ markerId, assigned: isAssigned, read, forThem: isAssigned ? responses.filter(mayRead).length : 0 }];
    });
    return { progress: progressOf(responses, assigned), markers: people };
  };

  return {
    async overview() {
      const markers = await store.listMarkers();
      const rows = await store.markingAssignmentsNow({});
      const examinations: RouteReply<'markingAssignments'>['examinations'] = [];
      for (const { id, title, sessions } of book.examinations) {
        const marked: MarkedSession[] = [];
        for (const { id: sessionId, title: sessionTitle } of sessions) {
          const items = book.hasPaper(sessionId) ? writtenItems(book.paper(sessionId)).length : 0;
          if (items === 0) continue;
          const assigned = rows.filter(({ session_id }) => session_id === sessionId).map(({ marker_id }) => marker_id);
          marked.push({ sessionId, title: sessionTitle, items, ...(await sessionOf(sessionId, assigned, markers)) });
        }
        if (marked.length > 0) examinations.push({ id, title, sessions: marked });
      }
      return { markers, examinations };
    },
    assign: ({ staffId }, { markerId, sessionIds, assigned }) =>
      store.transaction(async (all) => {
        if (!(await all.listMarkers()).some(({ id }) => id === markerId)) throw new Fault('not_found');
        for (const sessionId of new Set(sessionIds)) {
          book.session(sessionId);
          const [already] = await all.markingAssignmentsNow({ sessionId, markerId });
          if ((already !== undefined) === assigned) continue;
          await all.insertMarkingAssignment({
            ...{ session_id: sessionId, marker_id: markerId, assigned: assigned ? 1 : 0 },
            ...{ by_id: staffId, at: clock.now() },
          });
          if (!assigned) await all.deleteClaimsOf(markerId, sessionId);
        }
      }),
    async requireOpen(caller, submissionId) {
      if (caller.role !== 'marker') return;
      const thesis = await store.findThesis(submissionId);
      if (!thesis) throw new Fault('not_found');
      await requireAssigned(store, caller, thesis.session_id);
    },
  };
}
