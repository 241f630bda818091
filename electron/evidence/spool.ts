import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentMeta } from '../../shared/contract/shell.ts';
import { Fault } from '../../shared/support/fault.ts';
import { removeDurably, writeDurably } from '../disk/durable-file.ts';
import { evidenceKey, openSegment, readHeader, SegmentDamaged, sealSegment, sha256Of } from './segment-cipher.ts';

/** A segment that lies on this computer and the server has not acknowledged. */
export interface StoredSegment {
  /** File name without ending; says nothing about the person. */
  name: string;
  meta: SegmentMeta;
  sha256: string;
  bytes: number;
}

/** The recordings of one attempt on this disk. */
export interface Spool {
  /** Resolves once the segment would survive a power cut. Throws Fault `storage_full`; `bad_request` when the id was used for other bytes. */
  put(meta: SegmentMeta, plain: Uint8Array): Promise<StoredSegment>;
  /** What is there, and how many files had to be set aside because they are damaged. */
  list(): Promise<{ segments: StoredSegment[]; damaged: string[] }>;
  /** The plain bytes. Throws SegmentDamaged. */
  read(segment: StoredSegment): Promise<Buffer>;
  remove(segment: StoredSegment): Promise<void>;
  /** Keeps a damaged file, out of the way, for whoever investigates. */
  setAside(name: string): Promise<void>;
  /** Where its upload was begun, so that it resumes after a restart. */
  uploadUrl(segment: StoredSegment): Promise<string | null>;
  rememberUploadUrl(segment: StoredSegment, url: string | null): Promise<void>;
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const isFull = (cause: unknown): boolean => FULL.has((cause as NodeJS.ErrnoException).code ?? '');
const nameOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 32);

/** Opens the spool of one attempt below `root`. `attemptKey` is 32 bytes, base64. */
export async function openSpool(root: string, attemptId: string, attemptKey: string): Promise<Spool> {
  const folder = join(root, nameOf(attemptId));
  const key = evidenceKey(attemptKey, attemptId);
  const file = (name: string, ending: 'segment' | 'url' | 'damaged') => join(folder, `${name}.${ending}`);

  async function readFileOf(name: string): Promise<Buffer> {
    try {
      return await readFile(file(name, 'segment'));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new SegmentDamaged('the file is gone', { cause });
      throw cause;
    }
  }

  async function stored(name: string): Promise<StoredSegment> {
    const { header } = readHeader(await readFileOf(name));
    if (header.attemptId !== attemptId) throw new SegmentDamaged('of another attempt');
    return { name, meta: header.meta, sha256: header.sha256, bytes: header.bytes };
  }

  async function setAside(name: string): Promise<void> {
    await rename(file(name, 'segment'), file(name, 'damaged')).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
    await rm(file(name, 'url'), { force: true });
  }

  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    async put(meta, plain) {
      const name = nameOf(meta.segmentId);
      const segment = { name, meta, sha256: sha256Of(plain), bytes: plain.byteLength };
      const there = await stored(name).catch(() => null);
      if (there?.sha256 === segment.sha256) return there;
      if (there) throw new Fault('bad_request', { field: 'segmentId' });
      const header = { attemptId, meta, sha256: segment.sha256, bytes: segment.bytes };
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeDurably(file(name, 'segment'), sealSegment(key, header, plain));
      } catch (cause) {
        throw isFull(cause) ? new Fault('storage_full', {}, { cause }) : cause;
      }
      return segment;
    },
    async list() {
      const segments: StoredSegment[] = [];
      const damaged: string[] = [];
      for (const entry of await readdir(folder)) {
        // A temporary file is a write that a crash cut short; its segment was never said to be kept.
        if (entry.endsWith('.tmp')) await rm(join(folder, entry), { force: true });
        if (!entry.endsWith('.segment')) continue;
        const name = entry.slice(0, -'.segment'.length);
        try {
          segments.push(await stored(name));
        } catch (cause) {
          if (!(cause instanceof SegmentDamaged)) throw cause;
          await setAside(name);
          damaged.push(name);
        }
      }
      return { segments, damaged };
    },
    read: async ({ name }) => openSegment(key, await readFileOf(name)),
    async remove({ name }) {
      await removeDurably(file(name, 'segment'));
      await rm(file(name, 'url'), { force: true });
    },
    setAside,
    uploadUrl: ({ name }) => readFile(file(name, 'url'), 'utf8').catch(() => null),
    async rememberUploadUrl({ name }, url) {
      if (url === null) await rm(file(name, 'url'), { force: true });
      else await writeFile(file(name, 'url'), url, { mode: 0o600 });
    },
  };
}
