import { readFile } from 'node:fs/promises';
import { projectPath } from '../../build/project.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';

export interface SampleCandidate {
  /** Id of the examination in plan.json. */
  examination: string;
  admissionNo: string;
  identityNo: string;
  name: string;
  photo: string | null;
}

export interface SampleRoster {
  candidates: SampleCandidate[];
  staff: { login: string; password: string; role: StaffRole }[];
}

export async function sampleRoster(): Promise<SampleRoster> {
  return JSON.parse(await readFile(projectPath('assets/sample/roster.json'), 'utf8')) as SampleRoster;
}
