import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { Hash, Id } from '../../shared/contract/entries.ts';
import { SegmentMetaSchema } from '../../shared/contract/shell.ts';

/*
 * One segment on disk: magic, length of the header (4 bytes, big-endian), header (JSON, readable), IV (12), tag (16),
 * ciphertext. AES-256-GCM with the bytes up to the end of the header as associated data: neither picture nor
 * header can be changed, cut or exchanged unnoticed. The header holds no personal data.
 */
const MAGIC = Buffer.from('YKS1');
const IV_BYTES = 12;
const TAG_BYTES = 16;

const HeaderSchema = z.object({
  attemptId: Id,
  meta: SegmentMetaSchema,
  /** Of the plain bytes. */
  sha256: Hash,
  bytes: z.number().int().nonnegative(),
});
export type SegmentHeader = z.infer<typeof HeaderSchema>;

/** What is on disk is not what was written: torn, altered, or of another key. */
export class SegmentDamaged extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'SegmentDamaged';
  }
}

/** The recordings' own key, from the attempt's 32 bytes (base64): HKDF-SHA256, RFC 5869. */
export function evidenceKey(attemptKey: string, attemptId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(attemptKey, 'base64'), attemptId, 'yunkao evidence 1', 32));
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function sealSegment(key: Buffer, header: SegmentHeader, plain: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const associated = Buffer.concat([MAGIC, length, json]);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([associated, iv, cipher.getAuthTag(), sealed]);
}

/** The readable part of a sealed segment. Throws SegmentDamaged unless the file is as long as the header says. */
export function readHeader(file: Buffer): { header: SegmentHeader; bodyAt: number } {
  if (file.length < 8 || !file.subarray(0, 4).equals(MAGIC)) throw new SegmentDamaged('not a segment');
  const bodyAt = 8 + file.readUInt32BE(4);
  let header: SegmentHeader;
  try {
    header = HeaderSchema.parse(JSON.parse(file.toString('utf8', 8, bodyAt)));
  } catch (cause) {
    throw new SegmentDamaged('the header cannot be read', { cause });
  }
  const expected = bodyAt + IV_BYTES + TAG_BYTES + header.bytes;
  if (file.length !== expected) throw new SegmentDamaged(`${file.length} bytes instead of ${expected}`);
  return { header, bodyAt };
}

/** The plain bytes. Throws SegmentDamaged when anything was changed. */
export function openSegment(key: Buffer, file: Buffer): Buffer {
  const { header, bodyAt } = readHeader(file);
  const iv = file.subarray(bodyAt, bodyAt + IV_BYTES);
  const tag = file.subarray(bodyAt + IV_BYTES, bodyAt + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(file.subarray(0, bodyAt)).setAuthTag(tag);
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(file.subarray(bodyAt + IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new SegmentDamaged('the bytes are not those written', { cause });
  }
  if (sha256Of(plain) !== header.sha256) throw new SegmentDamaged('the hash is not that of the header');
  return plain;
}
