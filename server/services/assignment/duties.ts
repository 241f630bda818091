import { rulesIn, standingOf } from '../../../shared/domain/qualification.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import type { StaffCaller } from '../callers.ts';

type Person = Pick<StaffCaller, 'staffId' | 'role'>;
type Queries = Pick<
  Storage,
  'standingAssignments' | 'findAttempt' | 'findSegment' | 'candidateOfPicture' | 'listAttemptIds' | 'qualifyingSteps'
>;

/** What a request may name of a candidate. */
export interface NamedThing {
  attemptId?: string;
  segmentId?: string;
  pictureId?: string;
}

/** A candidate, as far as it matters who watches them. */
interface Seat {
  candidateId: string;
  examinationId: string;
}

/** Who on the wall is told of a candidate: all proctors, one of them, or none but those who see everything. */
export type Audience = 'every proctor' | { proctor: string } | 'no proctor';

/**
 * Who watches whom, as it stands: asked at every request and for every change that walls are told of (SEC-1, ASG-1). In an
 * examination of which nobody is assigned every proctor watches everybody who may be given candidates at all (QUA-1).
 */
export interface Duties {
  /** Null: nobody's. */
  proctorOf(candidateId: string): string | null;
  /** Ids of this proctor's candidates of one examination. */
  candidatesOf(staffId: string, examinationId: string): string[];
  /** Others of the examination are given to proctors, and this candidate to none. */
  isUnwatched(candidateId: string, examinationId: string): boolean;
  mayWatch(person: Person, candidateId: string, examinationId: string): boolean;
  /** Throws `not_allowed` where the thing is of a candidate whom this person may not watch. */
  require(person: Person, named: NamedThing): Promise<void>;
  /** Attempts whom this person may write to at once; null: all there are. */
  attemptsOf(person: Person): Promise<string[] | null>;
  audienceOf(told: { attemptId: string | null; candidateId?: string; examinationId?: string }): Promise<Audience>;
  /** Whether a proctor watches where nobody is assigned: with a pass, or where none is asked for. */
  mayInvigilate(staffId: string): boolean;
  /** After a pass or what is asked for it has changed. */
  requalify(): Promise<void>;
  /** After it is stored. */
  change(examinationId: string, given: ReadonlyMap<string, string | null>): void;
  /** Reads it all again: another process has changed it. */
  reread(store: Queries): Promise<void>;
}

/** Until when whose pass lasts, and whether one is asked for. */
async function readPasses(store: Queries): Promise<{ required: boolean; until: ReadonlyMap<string, number> }> {
  const steps = await store.qualifyingSteps();
  const about = new Set(steps.flatMap(({ staffId }) => staffId ?? []));
  const until = new Map<string, number>();
  for (const staffId of about) {
    const own = steps.filter((each) => each.staffId === staffId).map(({ step }) => step);
    const standing = standingOf(own, { now: 0, until: 0 });
    if (standing.until !== null) until.set(staffId, standing.until);
  }
  return { required: rulesIn(steps.map(({ step }) => step)).required, until };
}

export async function readDuties(store: Queries, clock: Clock): Promise<Duties> {
  let passes = await readPasses(store);
  const proctors = new Map<string, { staffId: string; examinationId: string }>();
  /** What an attempt never changes. */
  const seats = new Map<string, Promise<Seat>>();
  const read = (rows: Awaited<ReturnType<Queries['standingAssignments']>>) => {
    for (const { candidate_id, examination_id: examinationId, staff_id: staffId } of rows) {
      if (staffId !== null) proctors.set(candidate_id, { staffId, examinationId });
    }
  };
  read(await store.standingAssignments());
  const isAssigned = (examinationId: string) =>
    [...proctors.values()].some((given) => given.examinationId === examinationId);
  const examinationsOf = () => new Set([...proctors.values()].map(({ examinationId }) => examinationId));
  let assigned = examinationsOf();

  const seatOf = (attemptId: string): Promise<Seat> => {
    const known = seats.get(attemptId);
    if (known !== undefined) return known;
    const found = store
      .findAttempt(attemptId)
      .then(({ candidate_id, examination_id }) => ({ candidateId: candidate_id, examinationId: examination_id }));
    seats.set(attemptId, found);
    found.catch(() => seats.delete(attemptId));
    return found;
  };

  const mayInvigilate: Duties['mayInvigilate'] = (staffId) =>
    !passes.required || (passes.until.get(staffId) ?? 0) >= clock.now();
  const mayWatch: Duties['mayWatch'] = ({ staffId, role }, candidateId, examinationId) => {
    if (role !== 'proctor') return true;
    return assigned.has(examinationId) ? proctors.get(candidateId)?.staffId === staffId : mayInvigilate(staffId);
  };
  /** Whether this person watches everybody there is, so that nothing need be looked up. */
  const watchesAll = ({ staffId, role }: Person): boolean =>
    role !== 'proctor' || (assigned.size === 0 && mayInvigilate(staffId));

  async function seatNamed({ attemptId, segmentId, pictureId }: NamedThing): Promise<Seat | null> {
    if (attemptId !== undefined) return seatOf(attemptId);
    if (segmentId !== undefined) {
      const segment = await store.findSegment(segmentId);
      return segment ? seatOf(segment.attempt_id) : null;
    }
    const owner = pictureId === undefined ? undefined : await store.candidateOfPicture(pictureId);
    return owner ? { candidateId: owner.id, examinationId: owner.examination_id } : null;
  }

  return {
    mayWatch,
    isUnwatched: (candidateId, examinationId) => assigned.has(examinationId) && !proctors.has(candidateId),
    mayInvigilate,
    async requalify() {
      passes = await readPasses(store);
    },
    proctorOf: (candidateId) => proctors.get(candidateId)?.staffId ?? null,
    candidatesOf: (staffId, examinationId) =>
      [...proctors].flatMap(([candidateId, given]) =>
        given.staffId === staffId && given.examinationId === examinationId ? [candidateId] : [],
      ),
    async require(person, named) {
      if (watchesAll(person)) return;
      const seat = await seatNamed(named);
      if (seat && !mayWatch(person, seat.candidateId, seat.examinationId)) throw new Fault('not_allowed');
    },
    async attemptsOf(person) {
      if (watchesAll(person)) return null;
      const own: string[] = [];
      for (const attemptId of await store.listAttemptIds()) {
        const { candidateId, examinationId } = await seatOf(attemptId);
        if (mayWatch(person, candidateId, examinationId)) own.push(attemptId);
      }
      return own;
    },
    async audienceOf({ attemptId, candidateId, examinationId }) {
      if (assigned.size === 0) return 'every proctor';
      const seat =
        attemptId === null
          ? { candidateId: candidateId ?? '', examinationId: examinationId ?? '' }
          : await seatOf(attemptId);
      if (!assigned.has(seat.examinationId)) return 'every proctor';
      const given = proctors.get(seat.candidateId);
      return given ? { proctor: given.staffId } : 'no proctor';
    },
    change(examinationId, given) {
      for (const [candidateId, staffId] of given) {
        if (staffId === null) proctors.delete(candidateId);
        else proctors.set(candidateId, { staffId, examinationId });
      }
      assigned = new Set([...assigned, examinationId].filter(isAssigned));
    },
    async reread(queries) {
      const rows = await queries.standingAssignments();
      proctors.clear();
      read(rows);
      assigned = examinationsOf();
      passes = await readPasses(queries);
    },
  };
}
