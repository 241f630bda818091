import { createHash } from 'node:crypto';
import type { RouteBody, RouteReply } from '../../shared/contract/http.ts';
import type { MarkingTask } from '../../shared/contract/marking.ts';
import { markFault, type Round, roundFor } from '../../shared/domain/marking.ts';
import type { Criterion, Item } from '../../shared/domain/paper.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { ExaminationBook } from './examination-book.ts';
import { type MarkedResponse, markedResponses } from './marked-responses.ts';
import { requireAssigned } from './marking-assignments.ts';
import { markingMaterial, writtenItems } from './marking-items.ts';
import type { RandomSource } from './ports.ts';
import { readableLetters } from './readable-letters.ts';

/** How long a response is kept for whoever reads it. */
const CLAIM_MS = 30 * 60_000;

/** Everything but `overview` throws `not_assigned` for a session that is not assigned to this marker (MARK-3). */
export interface Marking {
  overview(marker: StaffCaller): Promise<RouteReply<'markingOverview'>>;
  material(marker: StaffCaller, body: RouteBody<'markingMaterial'>): Promise<RouteReply<'markingMaterial'>>;
  next(marker: StaffCaller, body: RouteBody<'nextResponse'>): Promise<RouteReply<'nextResponse'>>;
  /** Throws `not_found` unless this marker has it to read or has marked it. */
  again(marker: StaffCaller, code: string): Promise<MarkingTask>;
  /** Throws `mark_invalid`, `response_settled`, `response_changed`, `response_not_claimed` or `not_found`. */
  give(marker: StaffCaller, code: string, body: RouteBody<'giveMark'>): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  book: ExaminationBook;
}

/** Every marker has an order of their own, which tells nothing of whose response it is or how often it was read. */
const orderFor = (markerId: string, { attemptId, itemId }: MarkedResponse) =>
  createHash('sha256').update(`${markerId} ${attemptId} ${itemId}`).digest('hex');

export function createMarking({ store, clock, random, book }: Parts): Marking {
  const from = (all: Queries) => ({ all, book, now: clock.now() });
  const roundOf = ({ staffId }: StaffCaller, { standing, claims, limit }: MarkedResponse): Round | null => {
    const alive = claims.filter(({ until }) => clock.now() < until);
    return roundFor(staffId, standing, alive, limit);
  };
  const freeCode = async (all: Queries): Promise<string> => {
    const code = readableLetters(random, 6);
    return (await all.findMarkingCode(code)) ? freeCode(all) : code;
  };
  const codeOf = async (all: Queries, sessionId: string, { attemptId, itemId }: MarkedResponse): Promise<string> => {
    const codes = await all.markingCodesOf(attemptId, sessionId);
    const known = codes.find(({ item_id }) => item_id === itemId);
    if (known) return known.code;
    const code = await freeCode(all);
    await all.insertMarkingCode({ code, attempt_id: attemptId, session_id: sessionId, item_id: itemId });
    return code;
  };
  /** The item as it is marked. Throws `not_found` for one that scores itself. */
  const rubricOf = (sessionId: string, itemId: string): { item: Item; criteria: Criterion[] } => {
    const { item, criteria } = markingMaterial(book.paper(sessionId), itemId);
    return { item, criteria };
  };
  const taskOf = (code: string, response: MarkedResponse, until: number, markerId: string): MarkingTask => {
    const mine = response.standing.find((mark) => mark.markerId === markerId);
    return {
      ...{ code, until, responseHash: response.hash, response: response.content },
      mine: mine ? { points: mine.points, criteria: JSON.parse(mine.criteria_json), comment: mine.comment } : null,
    };
  };
  /** The response behind a code and where it lies; undefined when there is nothing to read any more. */
  const behind = async (all: Queries, code: string) => {
    const place = await all.findMarkingCode(code);
    if (!place) throw new Fault('not_found');
    const narrowed = { attemptId: place.attempt_id, itemId: place.item_id };
    const [response] = await markedResponses(from(all), place.session_id, narrowed);
    return { place, response };
  };
  /** In which round these points count. Throws why they cannot. */
  const roundToGive = ({ staffId }: StaffCaller, response: MarkedResponse | undefined, responseHash: string): Round => {
    if (response?.hash !== responseHash) throw new Fault('response_changed');
    if (response.points !== null) throw new Fault('response_settled');
    const mine = response.standing.find(({ markerId }) => markerId === staffId);
    // A claim that has run out still holds while nobody else has taken the round.
    const claim = response.claims.find(({ markerId }) => markerId === staffId);
    if (mine) return mine.round;
    if (!claim) throw new Fault('response_not_claimed');
    if (claim.response_hash !== responseHash) throw new Fault('response_changed');
    return claim.round;
  };

  return {
    async overview(marker) {
      const rows = await store.markingAssignmentsNow({ markerId: marker.staffId });
      const assigned = new Set(rows.map(({ session_id }) => session_id));
      const sessions: RouteReply<'markingOverview'>['sessions'] = [];
      for (const examination of book.examinations) {
        for (const { id: sessionId, title } of examination.sessions) {
          if (!assigned.has(sessionId)) continue;
          const written = book.hasPaper(sessionId) ? writtenItems(book.paper(sessionId)) : [];
          if (written.length === 0) continue;
          const responses = await markedResponses(from(store), sessionId, {});
          const items = written.map((item) => {
            const its = responses.filter(({ itemId }) => itemId === item.itemId);
            const count = (which: (response: MarkedResponse) => boolean) => its.filter(which).length;
            return {
              ...{ sessionId, ...item, responses: its.length },
              forMe: count((response) => roundOf(marker, response) !== null),
              byMe: count(({ standing }) => standing.some(({ markerId }) => markerId === marker.staffId)),
              settled: count(({ points }) => points !== null),
              third: count(({ standing, points }) => standing.length === 2 && points === null),
            };
          });
          sessions.push({ sessionId, examination: examination.title, title, items });
        }
      }
      return { sessions };
    },
    async material(marker, { sessionId, itemId }) {
      await requireAssigned(store, marker, sessionId);
      return markingMaterial(book.paper(sessionId), itemId);
    },
    next: (marker, { sessionId, itemId }) =>
      store.transaction(async (all) => {
        await requireAssigned(all, marker, sessionId);
        rubricOf(sessionId, itemId);
        const mayRead = (await markedResponses(from(all), sessionId, { itemId })).flatMap((response) => {
          const round = roundOf(marker, response);
          const begun = response.claims.some(
            ({ markerId, until }) => markerId === marker.staffId && clock.now() < until,
          );
          return round === null
            ? []
            : [{ response, round, place: `${begun ? 0 : 1}${orderFor(marker.staffId, response)}` }];
        });
        const [first] = mayRead.sort((left, right) => (left.place < right.place ? -1 : 1));
        if (!first) return { task: null, left: 0 };
        const { response, round } = first;
        const until = clock.now() + CLAIM_MS;
        await all.replaceClaim({
          ...{ attempt_id: response.attemptId, session_id: sessionId, item_id: itemId, round, until },
          ...{ marker_id: marker.staffId, response_hash: response.hash },
        });
        const code = await codeOf(all, sessionId, response);
        return { task: taskOf(code, response, until, marker.staffId), left: mayRead.length };
      }),
    again: (marker, code) =>
      store.transaction(async (all) => {
        const { place, response } = await behind(all, code);
        await requireAssigned(all, marker, place.session_id);
        const claim = response?.claims.find(({ markerId }) => markerId === marker.staffId);
        const mine = response?.standing.some(({ markerId }) => markerId === marker.staffId);
        if (!response || !(claim || mine)) throw new Fault('not_found');
        return taskOf(code, response, claim?.until ?? clock.now(), marker.staffId);
      }),
    give: (marker, code, { responseHash, points, criteria, comment }) =>
      store.transaction(async (all) => {
        const { place, response } = await behind(all, code);
        await requireAssigned(all, marker, place.session_id);
        const round = roundToGive(marker, response, responseHash);
        const rubric = rubricOf(place.session_id, place.item_id);
        const fault = markFault(rubric.item.points, rubric.criteria, { points, criteria });
        if (fault) throw new Fault('mark_invalid', { points: rubric.item.points, fault });
        await all.insertMark({
          ...{ attempt_id: place.attempt_id, session_id: place.session_id, item_id: place.item_id },
          ...{ response_hash: responseHash, round, marker_id: marker.staffId, points, comment, at: clock.now() },
          criteria_json: JSON.stringify(criteria),
        });
        await all.deleteClaim(place, round);
      }),
  };
}
