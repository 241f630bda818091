/**
 * How files lie on the exam centre's disk: AES-256-GCM in chunks, so that any stretch is read without the rest, under a key of
 * their own, which stands at their beginning, sealed with the evidence key. What was stored before there was one is read as it is.
 *
 *   mark, id of the evidence key, nonce and tag of the sealed key | 64 KiB sealed, tag | … | the rest sealed, tag
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { StoredFile } from '../services/ports.ts';
import { type EvidenceKey, EvidenceKeyRefused, type EvidenceKeys, KEY_ID_BYTES } from './evidence-keys.ts';

const ALGORITHM = 'aes-256-gcm';
const MARK = Buffer.from('YKSEAL1\n', 'latin1');
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const NONCE_AT = MARK.length + KEY_ID_BYTES;
const KEY_AT = NONCE_AT + NONCE_BYTES;
const HEAD_BYTES = KEY_AT + KEY_BYTES + TAG_BYTES;
const CHUNK_BYTES = 64 * 1024;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/** What is read is not what was written. */
export class SealBroken extends Error {}

function sealed(key: Buffer, nonce: Buffer, bytes: Uint8Array, bound: Buffer = Buffer.alloc(0)): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(bound);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unsealed(key: Buffer, nonce: Buffer, bytes: Buffer, bound: Buffer = Buffer.alloc(0)): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(bound);
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()]);
}

/** Never twice under one key, since each file has its own; another for the last chunk, so that a file that was cut short shows. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, 0);
  nonce[NONCE_BYTES - 1] = last ? 1 : 0;
  return nonce;
}

function headOf(secret: Buffer, { id, secret: by }: EvidenceKey): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const bound = Buffer.concat([MARK, id]);
  return Buffer.concat([bound, nonce, sealed(by, nonce, secret, bound)]);
}

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

async function* chunksOf(source: Source): AsyncGenerator<{ bytes: Uint8Array; last: boolean }> {
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const piece of source) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    for (; rest.length > CHUNK_BYTES; rest = rest.subarray(CHUNK_BYTES))
      yield { bytes: rest.subarray(0, CHUNK_BYTES), last: false };
  }
  yield { bytes: rest, last: true };
}

/** Writes what comes, sealed, over whatever lies there. On the disk when the promise resolves, but for its name. */
export async function writeSealed(path: string, source: Source, { current }: EvidenceKeys): Promise<void> {
  if (!current) throw new EvidenceKeyRefused('there is no evidence key to seal with');
  const secret = randomBytes(KEY_BYTES);
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(headOf(secret, current));
    let index = 0;
    for await (const { bytes, last } of chunksOf(source)) {
      await file.writeFile(sealed(secret, nonceOf(index, last), bytes));
      index += 1;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}

async function* readPlain(file: FileHandle, from: number, until: number): AsyncGenerator<Buffer> {
  for (let at = from; at < until; at += CHUNK_BYTES) yield bytesAt(file, at, Math.min(CHUNK_BYTES, until - at));
}

/** The key of the file with this head. Throws `EvidenceKeyRefused`, or `SealBroken`. */
function secretOf(head: Buffer, keys: EvidenceKeys): Buffer {
  if (head.length < HEAD_BYTES) throw new SealBroken('a sealed file was cut short');
  const id = head.subarray(MARK.length, NONCE_AT);
  const key = keys.find(id);
  if (!key)
    throw new EvidenceKeyRefused(`a file is sealed with the evidence key ${id.toString('hex')}, which is not there`);
  try {
    return unsealed(key.secret, head.subarray(NONCE_AT, KEY_AT), head.subarray(KEY_AT), head.subarray(0, NONCE_AT));
  } catch {
    throw new SealBroken('the key of a sealed file was altered');
  }
}

function sealedFile(file: FileHandle, size: number, secret: Buffer): StoredFile {
  const chunks = Math.max(1, Math.ceil((size - HEAD_BYTES) / SEALED_BYTES));
  const bytes = size - HEAD_BYTES - chunks * TAG_BYTES;
  if (bytes < 0) throw new SealBroken('a sealed file was cut short');
  return {
    bytes,
    async *read(from, until) {
      // The first chunk of an empty file is looked at, too: it could have been cut down to that.
      for (let index = Math.floor(from / CHUNK_BYTES); index * CHUNK_BYTES < Math.max(until, 1); index += 1) {
        const start = index * CHUNK_BYTES;
        const chunk = await bytesAt(file, HEAD_BYTES + index * SEALED_BYTES, SEALED_BYTES);
        let plain: Buffer;
        try {
          plain = unsealed(secret, nonceOf(index, index === chunks - 1), chunk);
        } catch {
          throw new SealBroken('a sealed file was altered');
        }
        const part = plain.subarray(Math.max(0, from - start), until - start);
        if (part.length > 0) yield part;
      }
    },
    close: () => file.close(),
  };
}

/** Throws `EvidenceKeyRefused` or `SealBroken` where it cannot be read, and what the system says where it is not there. */
export async function openStored(path: string, keys: EvidenceKeys): Promise<StoredFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await bytesAt(file, 0, HEAD_BYTES);
    if (head.subarray(0, MARK.length).equals(MARK)) return sealedFile(file, size, secretOf(head, keys));
    return {
      bytes: size,
      read: (from, until) => readPlain(file, from, Math.min(until, size)),
      close: () => file.close(),
    };
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** All of it, from beginning to end; the file is closed when it ends, however. */
export async function* readStored(path: string, keys: EvidenceKeys): AsyncGenerator<Uint8Array> {
  const file = await openStored(path, keys);
  try {
    yield* file.read(0, file.bytes);
  } finally {
    await file.close();
  }
}

export async function storedBytes(path: string, keys: EvidenceKeys): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readStored(path, keys)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Takes the key out of a sealed file, on the disk itself: what remains of it anywhere below cannot be read any more. */
export async function eraseKey(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const mark = await bytesAt(file, 0, MARK.length);
    if (!mark.equals(MARK)) return;
    await file.write(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}
