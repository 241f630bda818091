import { readFile } from 'node:fs/promises';
import { projectPath } from '../../build/project.ts';

export interface SampleCandidate {
  admissionNo: string;
  identityNo: string;
  name: string;
  photo: string | null;
}

export interface SampleRoster {
  candidates: SampleCandidate[];
  staff: { login: string; password: string }[];
}

export async function sampleRoster(): Promise<SampleRoster> {
  return JSON.parse(await readFile(projectPath('assets/sample/roster.json'), 'utf8')) as SampleRoster;
}
