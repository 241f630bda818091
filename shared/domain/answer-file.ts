import { bytesOfBase64 } from '../support/base64.ts';
import { packLines, unpackLines } from '../support/packed-lines.ts';
import { joined, type KeyPair, openSealed, sealFor } from '../support/sealed-for.ts';

/** Why an answer file is refused. The header may be readable all the same, to tell whose file it claims to be. */
export const ANSWER_FILE_FAULTS = [
  /** Some other file. */
  'not_an_answer_file',
  /** Made by a newer exam window. */
  'newer_format',
  /** Cut off, or its header cannot be read. */
  'damaged',
  /** Sealed for another exam centre. */
  'other_centre',
  /** No attempt of this exam centre is the one that the header names. */
  'attempt_unknown',
  /** Changed after it was made, or not made with the key of this attempt. */
  'altered',
  /** Made with the right key, and yet what is inside is no journal of this attempt. */
  'content_broken',
  /** The exam centre holds another entry in the place of one of these. */
  'contradicts_stored',
] as const;
export type AnswerFileFault = (typeof ANSWER_FILE_FAULTS)[number];

export class AnswerFileRefused extends Error {
  readonly fault: AnswerFileFault;

  constructor(fault: AnswerFileFault, options?: ErrorOptions) {
    super(fault, options);
    this.name = 'AnswerFileRefused';
    this.fault = fault;
  }
}

export const ANSWER_FILE_FORMAT = 1;
export const ANSWER_FILE_ENDING = '.yunkao';
/** As much text as a journal can come to in a day, and far more than it does. */
const TEXT_LIMIT = 512 * 1024 * 1024;

const MAGIC = new TextEncoder().encode('YKANSWER');
/** Magic, format, length of the header. */
const PREFIX_BYTES = MAGIC.length + 1 + 4;
const HEADER_LIMIT = 4096;
const SIGNATURE_BYTES = 32;
const SIGNING = new TextEncoder().encode('yunkao answer file signature 1');

/** A key of its own, so that the attempt's key is not used for two things. */
async function signingKey(attemptKey: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', bytesOfBase64(attemptKey), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: SIGNING };
  return crypto.subtle.deriveKey(derivation, material, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [usage]);
}

export interface AnswerFileParts {
  /** Told in clear, bound to the rest: whose file it is and when it was made. */
  header: object;
  /** The journal, an entry a line. */
  lines: Iterable<string>;
  /** The exam centre's public key, base64. */
  centreKey: string;
  /** 32 bytes, base64. */
  attemptKey: string;
}

/**
 * An answer file (docs/answer-file.md): `YKANSWER`, format (1 byte), length of the header (4, big endian), header as JSON,
 * the journal packed and sealed for the exam centre and bound to all before it, HMAC-SHA-256 over everything.
 */
export async function writeAnswerFile({
  header,
  lines,
  centreKey,
  attemptKey,
}: AnswerFileParts): Promise<Uint8Array<ArrayBuffer>> {
  const told = new TextEncoder().encode(JSON.stringify(header));
  const prefix = new Uint8Array(PREFIX_BYTES);
  prefix.set(MAGIC);
  prefix[MAGIC.length] = ANSWER_FILE_FORMAT;
  new DataView(prefix.buffer).setUint32(MAGIC.length + 1, told.length);
  const head = joined([prefix, told]);
  const signed = joined([head, await sealFor(centreKey, await packLines(lines), head)]);
  const signature = await crypto.subtle.sign('HMAC', await signingKey(attemptKey, 'sign'), signed);
  return joined([signed, new Uint8Array(signature)]);
}

function headBytes(file: Uint8Array<ArrayBuffer>): number {
  if (!MAGIC.every((byte, at) => file[at] === byte)) throw new AnswerFileRefused('not_an_answer_file');
  if (file.length < PREFIX_BYTES) throw new AnswerFileRefused('damaged');
  if (file[MAGIC.length] !== ANSWER_FILE_FORMAT) throw new AnswerFileRefused('newer_format');
  const length = new DataView(file.buffer, file.byteOffset).getUint32(MAGIC.length + 1);
  if (length > HEADER_LIMIT || PREFIX_BYTES + length + SIGNATURE_BYTES > file.length) {
    throw new AnswerFileRefused('damaged');
  }
  return PREFIX_BYTES + length;
}

/** The header as it stands there; nothing of it is proved before the file is opened. Throws `AnswerFileRefused`. */
export function readAnswerFileHeader(file: Uint8Array<ArrayBuffer>): unknown {
  const told = file.subarray(PREFIX_BYTES, headBytes(file));
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(told));
  } catch (cause) {
    throw new AnswerFileRefused('damaged', { cause });
  }
}

/**
 * The lines of a file that was made with this attempt's key and has not changed since. Throws `AnswerFileRefused`:
 * `altered`, or `content_broken` when whoever had the key sealed something else.
 */
export async function openAnswerFile(
  file: Uint8Array<ArrayBuffer>,
  { attemptKey, centre }: { attemptKey: string; centre: KeyPair },
): Promise<string[]> {
  const head = file.slice(0, headBytes(file));
  const signed = file.subarray(0, file.length - SIGNATURE_BYTES);
  const signature = file.subarray(file.length - SIGNATURE_BYTES);
  if (!(await crypto.subtle.verify('HMAC', await signingKey(attemptKey, 'verify'), signature, signed))) {
    throw new AnswerFileRefused('altered');
  }
  try {
    return await unpackLines(await openSealed(centre, signed.slice(head.length), head), TEXT_LIMIT);
  } catch (cause) {
    throw new AnswerFileRefused('content_broken', { cause });
  }
}
