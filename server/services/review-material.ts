import type { RouteReply } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Wall } from './wall.ts';

export interface ReviewMaterial {
  attempts(): Promise<RouteReply<'attempts'>>;
  /** Throws `not_found`. */
  activity(attemptId: string): Promise<RouteReply<'attemptActivity'>>;
}

/** What a reviewer finds attempts by, and reads them with. */
export function createReviewMaterial({ store, wall }: { store: Storage; wall: Wall }): ReviewMaterial {
  return {
    async attempts() {
      const attempts = (await wall.places()).flatMap(({ attemptId, name, admissionNo, examinationId, violations }) =>
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
