import type { RouteBody, RouteReply } from '../../../shared/contract/http.ts';
import { overlaps, shareOut } from '../../../shared/domain/assignment.ts';
import { liveSessions } from '../../../shared/domain/timetable.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import type { StaffCaller } from '../callers.ts';
import type { ExaminationBook } from '../examination-book.ts';
import type { LiveViews } from '../live-views.ts';
import type { Network, Processes } from '../ports.ts';
import type { Qualifications, Standings } from '../qualification/qualifications.ts';
import type { Duties } from './duties.ts';

type View = RouteReply<'assignments'>;

/** So many of the latest changes are shown. */
const SHOWN_CHANGES = 20;

export interface Assignments {
  /** Throws `not_found`. */
  view(examinationId: string): Promise<View>;
  /**
   * Throws `not_found` for a candidate of another examination or for who is no proctor, and `not_qualified` for a proctor without
   * a pass that lasts as long as the examination (QUA-1).
   */
  assign(staff: StaffCaller, examinationId: string, body: RouteBody<'assign'>): Promise<View>;
  assignAutomatically(staff: StaffCaller, examinationId: string): Promise<View>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  network: Network;
  processes: Processes;
  live: LiveViews;
  duties: Duties;
  qualifications: Pick<Qualifications, 'standings'>;
}

/** Who watches whom: given by hand or shared out 1:50, changed while they sit, and kept with who changed it (ASG-1). */
export function createAssignments(parts: Parts): Assignments {
  const { store, clock, book, network, processes, live, duties, qualifications } = parts;

  /** Where everybody stands, for whoever watches to the end of the last live session. */
  const standingsFor = (examinationId: string): Promise<Standings> =>
    qualifications.standings(
      Math.max(clock.now(), ...liveSessions(book.examination(examinationId).sessions).map(({ endsAt }) => endsAt)),
    );
  const mayBeGiven = ({ required, of }: Standings, staffId: string) => !required || of(staffId).state === 'qualified';

  /** How many each proctor watches while this examination runs. */
  function loadsBeside(examinationId: string): (staffId: string) => number {
    const { sessions } = book.examination(examinationId);
    const beside = book.examinations.filter((each) => each.id === examinationId || overlaps(each.sessions, sessions));
    return (staffId) => beside.reduce((sum, { id }) => sum + duties.candidatesOf(staffId, id).length, 0);
  }

  async function view(examinationId: string): Promise<View> {
    const loadOf = loadsBeside(examinationId);
    const standings = await standingsFor(examinationId);
    const proctors = await store.listProctors();
    const candidates = await store.listCandidates(examinationId);
    const changes = await store.assignmentChanges(examinationId, SHOWN_CHANGES);
    return {
      qualifiedOnly: standings.required,
      proctors: proctors.map(({ id: staffId, name }) => ({
        ...{ staffId, name, load: loadOf(staffId), standing: standings.of(staffId) },
        candidates: duties.candidatesOf(staffId, examinationId).length,
      })),
      candidates: candidates.map(({ id: candidateId, name, admission_no: admissionNo }) => ({
        ...{ candidateId, admissionNo, name, staffId: duties.proctorOf(candidateId) },
      })),
      changes: changes.map(({ at, by_name: by, proctor, candidates: many }) => ({ at, by, proctor, candidates: many })),
    };
  }

  /** Keeps who is whose from now on, ends what a proctor still sees of who is not theirs any more, and tells the walls. */
  async function give(staff: StaffCaller, examinationId: string, given: ReadonlyMap<string, string | null>) {
    const at = clock.now();
    await store.insertAssignments(
      [...given].map(([candidate_id, staff_id]) => ({
        ...{ examination_id: examinationId, candidate_id, staff_id, by_name: staff.name, at },
      })),
    );
    duties.change(examinationId, given);
    processes.tell('duties changed', {});
    const attempts = new Map((await store.listCandidates(examinationId)).map(({ id, attempt_id }) => [id, attempt_id]));
    for (const candidateId of attempts.keys()) {
      const attemptId = attempts.get(candidateId);
      // Also those who were not given to anybody: the first assignment of an examination takes its others from all walls.
      if (attemptId) await live.endForeign(attemptId, (viewer) => duties.mayWatch(viewer, candidateId, examinationId));
    }
    network.changeWallsHere();
    return view(examinationId);
  }

  return {
    view,
    async assign(staff, examinationId, { candidateIds, staffId }) {
      const known = new Set((await store.listCandidates(examinationId)).map(({ id }) => id));
      if (candidateIds.some((id) => !known.has(id))) throw new Fault('not_found');
      if (staffId !== null) {
        const proctor = (await store.listProctors()).find(({ id }) => id === staffId);
        if (!proctor) throw new Fault('not_found');
        const standings = await standingsFor(examinationId);
        if (!mayBeGiven(standings, staffId)) throw new Fault('not_qualified', { name: proctor.name });
      }
      return give(staff, examinationId, new Map(candidateIds.map((id) => [id, staffId])));
    },
    async assignAutomatically(staff, examinationId) {
      const nobodys = (await store.listCandidates(examinationId)).filter(({ id }) => duties.proctorOf(id) === null);
      const loadOf = loadsBeside(examinationId);
      const standings = await standingsFor(examinationId);
      const proctors = (await store.listProctors()).filter(({ id }) => mayBeGiven(standings, id));
      const given = shareOut(nobodys, proctors, ({ id }) => loadOf(id));
      return give(staff, examinationId, new Map(given.map(({ candidate, proctor }) => [candidate.id, proctor.id])));
    },
  };
}
