import type { RouteReply } from '../../../shared/contract/http.ts';

/** Whose answer file it is and for whom: all that making one needs besides the journal and the attempt's key. */
export interface AnswerFileOwner {
  attemptId: string;
  admissionNo: string;
  name: string;
  examinationId: string;
  examinationTitle: string;
  dutyPhone: string;
  /** The exam centre's public key, base64. */
  centreKey: string;
}

type SignedIn = RouteReply<'candidateSignIn'>;

export const ownerOf = ({ attempt, candidate, examination, answerFileKey }: SignedIn): AnswerFileOwner => ({
  attemptId: attempt.id,
  admissionNo: candidate.admissionNo,
  name: candidate.name,
  examinationId: examination.id,
  examinationTitle: examination.title,
  dutyPhone: examination.dutyPhone,
  centreKey: answerFileKey,
});
