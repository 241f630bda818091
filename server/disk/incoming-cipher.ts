/**
 * How a recording lies on the disk while it arrives: AES-256-CTR under a key of its own, made of the evidence key and the upload's
 * name, so that it goes on wherever it was cut and after a restart. Whether it is what was sent is told by its hash once it is whole.
 */
import { type Cipher, createCipheriv, hkdfSync } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { EvidenceKeyRefused, type EvidenceKeys } from './evidence-keys.ts';

const BLOCK_BYTES = 16;
/** A segment is read in one or two turns: every one is a way to another thread and back. */
const READ_BYTES = 512 * 1024;

/** Seals or opens, which is the same, what lies from `offset` on in the upload of this name. */
export function incomingCipher(uploadId: string, offset: number, { current }: EvidenceKeys): Cipher {
  if (!current) throw new EvidenceKeyRefused('there is no evidence key to seal with');
  const key = Buffer.from(hkdfSync('sha256', current.secret, uploadId, 'yunkao incoming', 32));
  const counter = Buffer.alloc(BLOCK_BYTES);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / BLOCK_BYTES)), BLOCK_BYTES - 8);
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  cipher.update(Buffer.alloc(offset % BLOCK_BYTES));
  return cipher;
}

/** An upload as it was sent. */
export async function* readIncoming(uploadPath: string, keys: EvidenceKeys): AsyncGenerator<Buffer> {
  const cipher = incomingCipher(basename(uploadPath), 0, keys);
  const file = await open(uploadPath, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(READ_BYTES));
      if (bytesRead > 0) yield cipher.update(buffer.subarray(0, bytesRead));
      if (bytesRead < READ_BYTES) return;
    }
  } finally {
    await file.close();
  }
}
