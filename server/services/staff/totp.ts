import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const DIGITS = 6;
/** RFC 4648, section 6. */
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** One-time password of a counter (RFC 4226, section 5.3), HMAC-SHA-1 as every authenticator has it. */
export function oneTimePassword(secret: Buffer, counter: number, digits = DIGITS): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const hash = createHmac('sha1', secret).update(message).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0x0f;
  const number = (hash.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** Which step of 30 s a moment is in (RFC 6238, section 4). */
export const stepAt = (now: number): number => Math.floor(now / STEP_MS);

/**
 * The step that this code is of: the one now, or one before or after it, for a clock that is a little wrong (RFC 6238, section
 * 5.2). Null for a wrong code, and for one of a step that is not later than `after`: a code serves once.
 */
export function stepOfCode(secret: Buffer, code: string, now: number, after: number): number | null {
  const given = Buffer.from(code);
  const steps = [-1, 0, 1].map((away) => stepAt(now) + away);
  const same = (step: number) => {
    const right = Buffer.from(oneTimePassword(secret, step));
    return given.length === right.length && timingSafeEqual(given, right);
  };
  // All are compared, whichever it is.
  return steps.filter(same).find((step) => step > after) ?? null;
}

/** Bytes as an authenticator takes them by hand (RFC 4648, no padding). */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE_32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code for an authenticator says (Key URI Format of Google Authenticator). */
export const authenticatorUri = (login: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(`云考:${login}`)}?secret=${secret}&issuer=${encodeURIComponent('云考')}`;
