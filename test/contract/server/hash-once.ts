import { randomBytes } from 'node:crypto';
import { hashPassword } from '../../../server/services/passwords.ts';

const known = new Map<string, Promise<string>>();

/** A real hash, slow as it has to be, but of each password of the sample once: a hundred servers have the same staff. */
export function hashOnce(password: string): Promise<string> {
  const hash = known.get(password) ?? hashPassword(password, { bytes: randomBytes });
  known.set(password, hash);
  return hash;
}
