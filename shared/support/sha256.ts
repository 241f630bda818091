import { sha256Rounds } from './sha256-rounds.ts';

/** Above this the engine's own, on another thread, is sooner done, and the page's thread is spared. */
const SHORT_BYTES = 8_192;
const encoder = new TextEncoder();

/** SHA-256 of UTF-8 text or bytes, as 64 lower-case hex digits. The same in Node, Electron and browsers. */
export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  if (bytes.length <= SHORT_BYTES) return sha256Rounds(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
