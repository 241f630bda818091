import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Web Crypto as the product calls it, answered at once by Node's own cryptography. The real one answers from other
 * threads, in an order that no seed decides; the bytes are the same.
 */

const TAG_BYTES = 16;
const SHA = { 'SHA-256': 'sha256' } as const;
const real = globalThis.crypto;

interface PlainKey extends CryptoKey {
  raw: Buffer;
}
type Algorithm = { name: string; iv: Uint8Array; additionalData?: Uint8Array };

const bytes = (source: BufferSource): Buffer =>
  source instanceof ArrayBuffer
    ? Buffer.from(source)
    : Buffer.from(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
/** Of its own, as Web Crypto gives it: a Buffer of Node may share one with others. */
const buffer = (...parts: Buffer[]): ArrayBuffer => new Uint8Array(Buffer.concat(parts)).buffer as ArrayBuffer;

function encrypt({ iv, additionalData }: Algorithm, key: PlainKey, plain: BufferSource): ArrayBuffer {
  const cipher = createCipheriv('aes-256-gcm', key.raw, iv);
  if (additionalData) cipher.setAAD(additionalData);
  const sealed = Buffer.concat([cipher.update(bytes(plain)), cipher.final()]);
  return buffer(sealed, cipher.getAuthTag());
}

function decrypt({ iv, additionalData }: Algorithm, key: PlainKey, whole: BufferSource): ArrayBuffer {
  const sealed = bytes(whole);
  const decipher = createDecipheriv('aes-256-gcm', key.raw, iv);
  if (additionalData) decipher.setAAD(additionalData);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return buffer(decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final());
}

const hmac = (key: PlainKey, data: BufferSource) => createHmac('sha256', key.raw).update(bytes(data)).digest();

const SUBTLE: Record<string, (...args: never[]) => unknown> = {
  digest: (name: keyof typeof SHA, data: BufferSource) => buffer(createHash(SHA[name]).update(bytes(data)).digest()),
  importKey: (_format: 'raw', raw: BufferSource, algorithm: object | string) =>
    ({
      raw: Buffer.from(bytes(raw)),
      algorithm,
      type: 'secret',
      extractable: false,
      usages: [],
    }) as unknown as PlainKey,
  encrypt,
  decrypt,
  sign: (_name: unknown, key: PlainKey, data: BufferSource) => buffer(hmac(key, data)),
  verify: (_name: unknown, key: PlainKey, signature: BufferSource, data: BufferSource) =>
    timingSafeEqual(hmac(key, data), bytes(signature)),
};

/** What it does not know is an error: a call that went to the real one would make a schedule another at each run. */
export function plainCrypto(random: () => number): Crypto {
  const subtle = Object.fromEntries(
    Object.entries(SUBTLE).map(([name, work]) => [name, async (...args: unknown[]) => work(...(args as never[]))]),
  );
  return {
    subtle: subtle as unknown as SubtleCrypto,
    getRandomValues<Bytes extends ArrayBufferView | null>(into: Bytes): Bytes {
      const view = into as unknown as Uint8Array;
      for (let at = 0; at < view.length; at += 1) view[at] = Math.floor(random() * 256);
      return into;
    },
    randomUUID: real.randomUUID.bind(real),
  } as Crypto;
}
