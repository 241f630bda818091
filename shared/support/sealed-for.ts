import { base64Of, bytesOfBase64 } from './base64.ts';

/** A P-256 key pair as base64: the public half as a point (raw, 65 bytes), the private half as PKCS #8. */
export interface KeyPair {
  publicKey: string;
  privateKey: string;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const POINT_BYTES = 65;
/** Each file has a key of its own, used once: its nonce need not vary. */
const NONCE = new Uint8Array(12);
const PURPOSE = new TextEncoder().encode('yunkao sealed for one recipient 1');

const importPoint = (point: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('raw', point, CURVE, false, []);

/** Both points are part of the derivation, so that neither can be put in another's place. */
async function fileKey(
  mine: CryptoKey,
  theirs: CryptoKey,
  points: readonly Uint8Array[],
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: joined(points), info: PURPOSE };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [usage]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  return {
    publicKey: base64Of(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
    privateKey: base64Of(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
  };
}

/**
 * Seals for whoever holds the private half (ECIES: ephemeral P-256 ECDH, HKDF-SHA-256, AES-256-GCM): ephemeral point
 * (65 bytes), ciphertext, tag (16). Not even the sender opens it again. `bound` is not in it and must be the same to open.
 */
export async function sealFor(
  publicKey: string,
  plain: Uint8Array<ArrayBuffer>,
  bound: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const recipient = bytesOfBase64(publicKey);
  const ephemeral = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey));
  const key = await fileKey(ephemeral.privateKey, await importPoint(recipient), [point, recipient], 'encrypt');
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: NONCE, additionalData: bound }, key, plain);
  return joined([point, new Uint8Array(sealed)]);
}

/** What was sealed. Rejects when it was sealed for somebody else, or a byte of it or of `bound` has changed. */
export async function openSealed(
  { publicKey, privateKey }: KeyPair,
  sealed: Uint8Array<ArrayBuffer>,
  bound: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const point = sealed.slice(0, POINT_BYTES);
  const mine = await crypto.subtle.importKey('pkcs8', bytesOfBase64(privateKey), CURVE, false, ['deriveBits']);
  const key = await fileKey(mine, await importPoint(point), [point, bytesOfBase64(publicKey)], 'decrypt');
  const ciphertext = sealed.subarray(POINT_BYTES);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv: NONCE, additionalData: bound }, key, ciphertext),
  );
}
