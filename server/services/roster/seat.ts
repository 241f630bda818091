import type { Examination } from '../../../shared/contract/views.ts';
import { shanghaiDate } from '../../../shared/domain/exam-calendar.ts';
import { type Occupation, occupationNamed } from '../../../shared/domain/occupation.ts';
import type { Queries } from '../../sql/storage.ts';
import type { Row } from '../../sql/tables.ts';
import { newId } from '../ids.ts';
import type { RandomSource } from '../ports.ts';

const PREFIX: Record<Occupation, string> = { hrm: 'HR', infant: 'YY', labour: 'LD' };
const DIGITS = 4;

/** The next free admission number: occupation, year of the examination, a serial number. */
async function nextAdmissionNo(all: Queries, { occupation, sessions }: Examination): Promise<string> {
  const known = occupationNamed(occupation);
  const first = Math.min(...sessions.map(({ startsAt }) => startsAt));
  const prefix = `${known ? PREFIX[known] : 'QT'}${shanghaiDate(first).slice(0, 4)}`;
  const taken = (await all.admissionNumbers(prefix)).map((number) => Number(number.slice(prefix.length)));
  const next = Math.max(0, ...taken.filter(Number.isInteger)) + 1;
  return `${prefix}${`${next}`.padStart(DIGITS, '0')}`;
}

/**
 * Makes the candidate an applicant signs in as, or brings the one there is to what the roster says. Returns the
 * admission number.
 */
export async function seat(
  all: Queries,
  given: {
    applicant: Row<'applicant'>;
    /** Of the batch. */
    regionId: string | null;
    examination: Examination;
    random: RandomSource;
  },
): Promise<string> {
  const { applicant, regionId, examination, random } = given;
  const { name, identity_no, photo_id, sessions_json } = applicant;
  const photo = applicant.photo_verdict === 'usable' ? photo_id : null;
  const known = await all.findCandidateByIdentity(examination.id, identity_no);
  const id = known?.id ?? newId(random);
  const admissionNo = known?.admission_no ?? (await nextAdmissionNo(all, examination));
  if (known) {
    await all.updateCandidate(id, {
      ...{ name, sessions_json, registered_picture_id: photo ?? known.registered_picture_id },
      region_id: regionId ?? known.region_id,
    });
  } else {
    await all.insertCandidate({
      ...{ id, name, identity_no, sessions_json, admission_no: admissionNo, region_id: regionId },
      ...{ examination_id: examination.id, registered_picture_id: photo },
    });
  }
  await all.updateApplicant(applicant.id, { candidate_id: id });
  return admissionNo;
}
