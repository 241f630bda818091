/**
 * How files lie on the exam centre's disk: AES-256-GCM in chunks, so that any stretch is read without the rest, under a key of
 * their own, which stands at their beginning, sealed with the evidence key. What was stored before there was one is read as it is.
 *
 *   mark, id of the evidence key, nonce and tag of the sealed key | 64 KiB sealed, tag | … | the rest sealed, tag
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { StoredFile } from '../services/ports.ts';
import { type EvidenceKey, EvidenceKeyRefused, type EvidenceKeys, KEY_ID_BYTES } from './evidence-keys.ts';
import { openOnDisk } from './file-on-disk.ts';

const ALGORITHM = 'aes-256-gcm';
const MARK = Buffer.from('YKSEAL1\n', 'latin1');
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const NONCE_AT = MARK.length + KEY_ID_BYTES;
const KEY_AT = NONCE_AT + NONCE_BYTES;
/** The beginning of a sealed file, where its key stands. */
export const HEAD_BYTES = KEY_AT + KEY_BYTES + TAG_BYTES;
const CHUNK_BYTES = 64 * 1024;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
/** A segment is written in one turn: every write is a way to another thread and back. */
const CHUNKS_A_WRITE = 16;

/** What is read is not what was written. */
export class SealBroken extends Error {}

function sealed(key: Buffer, nonce: Buffer, bytes: Uint8Array, bound: Buffer = Buffer.alloc(0)): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(bound);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unsealed(key: Buffer, nonce: Buffer, bytes: Uint8Array, bound: Buffer = Buffer.alloc(0)): Buffer {
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

export async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read);
}

function headOf(secret: Buffer, { id, secret: by }: EvidenceKey): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const bound = Buffer.concat([MARK, id]);
  return Buffer.concat([bound, nonce, sealed(by, nonce, secret, bound)]);
}

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

async function* chunksOf(source: Source, length: number): AsyncGenerator<{ bytes: Uint8Array; last: boolean }> {
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const piece of source) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    for (; rest.length > length; rest = rest.subarray(length)) yield { bytes: rest.subarray(0, length), last: false };
  }
  yield { bytes: rest, last: true };
}

/** Writes what comes, sealed, over whatever lies there. On the disk when the promise resolves, but for its name. */
export async function writeSealed(path: string, source: Source, { current }: EvidenceKeys): Promise<void> {
  if (!current) throw new EvidenceKeyRefused('there is no evidence key to seal with');
  const secret = randomBytes(KEY_BYTES);
  const file = await open(path, 'w', 0o600);
  try {
    let waiting = [headOf(secret, current)];
    let index = 0;
    for await (const { bytes, last } of chunksOf(source, CHUNK_BYTES)) {
      waiting.push(sealed(secret, nonceOf(index, last), bytes));
      index += 1;
      if (!last && waiting.length < CHUNKS_A_WRITE) continue;
      await file.writeFile(Buffer.concat(waiting));
      waiting = [];
    }
    await file.sync();
  } finally {
    await file.close();
  }
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

function sealedFile(file: StoredFile, secret: Buffer): StoredFile {
  const chunks = Math.max(1, Math.ceil((file.bytes - HEAD_BYTES) / SEALED_BYTES));
  const bytes = file.bytes - HEAD_BYTES - chunks * TAG_BYTES;
  if (bytes < 0) throw new SealBroken('a sealed file was cut short');
  const placeOf = (index: number) => Math.min(HEAD_BYTES + index * SEALED_BYTES, file.bytes);
  return {
    bytes,
    async *read(from, until) {
      let index = Math.floor(from / CHUNK_BYTES);
      // The first chunk of an empty file is looked at, too: it could have been cut down to that.
      const end = Math.ceil(Math.max(until, 1) / CHUNK_BYTES);
      if (index >= end) return;
      for await (const chunk of chunksOf(file.read(placeOf(index), placeOf(end)), SEALED_BYTES)) {
        let plain: Buffer;
        try {
          plain = unsealed(secret, nonceOf(index, index === chunks - 1), chunk.bytes);
        } catch {
          throw new SealBroken('a sealed file was altered');
        }
        const start = index * CHUNK_BYTES;
        const part = plain.subarray(Math.max(0, from - start), until - start);
        if (part.length > 0) yield part;
        index += 1;
      }
      if (index < end) throw new SealBroken('a sealed file was cut short');
    },
    close: () => file.close(),
  };
}

/** Whether this begins a sealed file whose key is still in it. */
export const isHead = (bytes: Uint8Array): boolean => MARK.equals(bytes.subarray(0, MARK.length));

/** What lies there sealed, as it came; closed with it. Throws `EvidenceKeyRefused` or `SealBroken` where it cannot be read. */
export async function openSealed(file: StoredFile, keys: EvidenceKeys): Promise<StoredFile> {
  try {
    const head = await allOf(file.read(0, Math.min(HEAD_BYTES, file.bytes)));
    return isHead(head) ? sealedFile(file, secretOf(head, keys)) : file;
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** As `openSealed`; throws what the system says where it is not there. */
export const openStored = async (path: string, keys: EvidenceKeys): Promise<StoredFile> =>
  openSealed(await openOnDisk(path), keys);

/** All of it, from beginning to end; the file is closed when it ends, however. */
export async function* readWhole(opened: () => Promise<StoredFile>): AsyncGenerator<Uint8Array> {
  const file = await opened();
  try {
    yield* file.read(0, file.bytes);
  } finally {
    await file.close();
  }
}

export const readStored = (path: string, keys: EvidenceKeys): AsyncGenerator<Uint8Array> =>
  readWhole(() => openStored(path, keys));

export const storedBytes = (path: string, keys: EvidenceKeys): Promise<Buffer<ArrayBuffer>> =>
  allOf(readStored(path, keys));

/** Takes the key out of a sealed file, on the disk itself: what remains of it anywhere below cannot be read any more. */
export async function eraseKey(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const mark = Buffer.alloc(MARK.length);
    await file.read(mark, 0, mark.length, 0);
    if (!mark.equals(MARK)) return;
    await file.write(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}
