import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../../../build/project.ts';
import { isIdentityNumber } from '../../../shared/domain/identity-number.ts';
import { JPEG } from '../../contract/server/sample.ts';

export interface CrowdCandidate {
  admissionNo: string;
  identityNo: string;
}

/** Invented numbers, recognisable by the sequence number 000; each differs by its date of birth. */
function identityNumber(index: number): string {
  const born = new Date(Date.UTC(1970, 0, 1 + index));
  const digits = `210102${born.toISOString().slice(0, 10).replaceAll('-', '')}000`;
  return [...'0123456789X'].map((check) => digits + check).find(isIdentityNumber) ?? digits;
}

/** An examination directory in which `count` candidates sit the sample's 劳动关系协调员三级. */
export async function writeCrowd(directory: string, count: number): Promise<CrowdCandidate[]> {
  const sample = (...path: string[]) => projectPath('assets/sample', ...path);
  await mkdir(join(directory, 'papers'), { recursive: true });
  await mkdir(join(directory, 'photos'));
  await writeFile(join(directory, 'photos', 'face.jpg'), JPEG);
  const plan = JSON.parse(await readFile(sample('plan.json'), 'utf8')) as { examinations: { id: string }[] };
  const examinations = plan.examinations.filter(({ id }) => id === 'labour-3');
  await writeFile(join(directory, 'plan.json'), JSON.stringify({ ...plan, examinations }));
  for (const session of ['theory', 'skills']) {
    const file = `labour-3-${session}.json`;
    await cp(sample('papers', file), join(directory, 'papers', file));
  }
  const crowd = Array.from({ length: count }, (_, index) => ({
    admissionNo: `C${String(index + 1).padStart(5, '0')}`,
    identityNo: identityNumber(index),
  }));
  const candidates = crowd.map((candidate, index) => ({
    ...candidate,
    examination: 'labour-3',
    name: `考生${index + 1}`,
    photo: 'face.jpg',
  }));
  const proctor = { login: 'proctor1', name: '监考', role: 'proctor', password: 'a password for the bench' };
  const staff = [{ ...proctor, qualified: { days: 30, reason: 'bench' } }];
  await writeFile(join(directory, 'roster.json'), JSON.stringify({ candidates, staff }));
  return crowd;
}
