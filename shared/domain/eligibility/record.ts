/** What an applicant can show: the record that annex 7's conditions are tested against. Dates are `YYYY-MM-DD`. */
import type { Level } from '../occupation.ts';

/** Schools of annex 7, from the lowest. */
export const SCHOOLS = [
  'technical_school',
  'secondary_vocational',
  'advanced_technical_school',
  'technician_college',
  'higher_vocational',
  'junior_college',
  'bachelor',
  'master',
  'doctor',
] as const;
export type School = (typeof SCHOOLS)[number];

/** `final_year`: 尚未取得毕业证书的在校应届毕业生. `enrolled`: any other student. */
export const STANDINGS = ['graduated', 'final_year', 'enrolled'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a vocational school was assessed to train for (经评估论证、以中级/高级技能为培养目标). */
export const ASSESSMENTS = ['intermediate', 'advanced'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** A level of the national scale, or 预备技师. */
export type Grade = Level | 'pre_technician';

export interface WorkPeriod {
  occupation: string;
  from: string;
  /** The last day; null while it goes on. */
  to: string | null;
  /** The institution states that this occupation is a related one. Counts only where the notice's list ends in 等. */
  statedRelated: boolean;
}

export interface HeldCertificate {
  occupation: string;
  grade: Grade;
  issuedOn: string;
  statedRelated: boolean;
}

export interface Education {
  school: School;
  major: string;
  standing: Standing;
  assessedFor: Assessment | null;
  statedRelated: boolean;
}

export interface ApplicantRecord {
  work: readonly WorkPeriod[];
  certificates: readonly HeldCertificate[];
  education: readonly Education[];
  /** Occupations whose apprenticeship was served to its end (学徒期满). */
  apprenticeships: readonly string[];
}
