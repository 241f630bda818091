import { createHash } from 'node:crypto';
import type { RandomSource } from './ports.ts';

/** A new id: 80 random bits as 20 hex digits, safe in a path, a URL and a file name. */
export function newId(random: RandomSource): string {
  return random.bytes(10).toString('hex');
}

/** A bearer token: 256 random bits. Only its hash is stored. */
export function newToken(random: RandomSource): string {
  return random.bytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
