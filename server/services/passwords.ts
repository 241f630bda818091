import { scrypt, timingSafeEqual } from 'node:crypto';
import type { RandomSource } from './ports.ts';

const COST = 2 ** 15;
const BLOCK = 8;
const KEY_BYTES = 32;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const options = { N: COST, r: BLOCK, p: 1, maxmem: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (cause, key) =>
      cause ? reject(cause) : resolve(key),
    );
  });
}

/** scrypt (RFC 7914) with a salt of its own, as `salt:key` in hex. */
export async function hashPassword(password: string, random: RandomSource): Promise<string> {
  const salt = random.bytes(16);
  return `${salt.toString('hex')}:${(await derive(password, salt)).toString('hex')}`;
}

/** Compares in constant time, and takes as long for a login that does not exist (`stored` undefined). */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [salt = '', key = ''] = (stored ?? `${'0'.repeat(32)}:${'0'.repeat(KEY_BYTES * 2)}`).split(':');
  const same = timingSafeEqual(await derive(password, Buffer.from(salt, 'hex')), Buffer.from(key, 'hex'));
  return same && stored !== undefined;
}
