import type { RouteReply } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Duties } from './assignment/duties.ts';
import type { StaffCaller } from './callers.ts';
import type { Wall } from './wall.ts';

export interface ReviewMaterial {
  /** Of whom this person may watch. */
  attempts(staff: StaffCaller): Promise<RouteReply<'attempts'>>;
  /** Throws `not_found`. */
  activity(attemptId: string): Promise<RouteReply<'attemptActivity'>>;
}

interface Parts {
  store: Storage;
  wall: Wall;
  duties: Pick<Duties, 'mayWatch'>;
}

/** What a reviewer finds attempts by, and reads them with. */
export function createReviewMaterial({ store, wall, duties }: Parts): ReviewMaterial {
  return {
    async attempts(staff) {
      const places = (await wall.places()).filter(({ candidateId, examinationId }) =>
        duties.mayWatch(staff, candidateId, examinationId),
      );
      const attempts = places.flatMap(({ attemptId, name, admissionNo, examinationId, violations }) =>
        attemptId === null ? [] : [{ attemptId, name, admissionNo, examinationId, violations }],
      );
      return { attempts };
    },
    async activity(attemptId) {
      const [person] = await store.candidatesOfAttempts([attemptId]);
      if (!person) throw new Fault('not_found');
      const { name, admission_no: admissionNo, examination_id: examinationId } = person;
      const [answeredAt, deletedAt] = [await store.answerTimesOf(attemptId), await store.deletedAt(attemptId)];
      return { candidate: { name, admissionNo }, examinationId, answeredAt, deletedAt };
    },
  };
}
