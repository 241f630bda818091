import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeDurably, writeDurably } from './durable-file.ts';

/** One small file an attempt. Its name says nothing about the person. */
export interface AttemptFiles {
  /** Whole or not at all, and durable when it resolves. */
  write(attemptId: string, bytes: Uint8Array | string): Promise<void>;
  /** Null when there is none. */
  read(attemptId: string): Promise<Buffer | null>;
  remove(attemptId: string): Promise<void>;
}

export function createAttemptFiles(folder: string, ending: string): AttemptFiles {
  const pathOf = (attemptId: string) =>
    join(folder, `${createHash('sha256').update(attemptId).digest('hex').slice(0, 32)}.${ending}`);
  const ready = () => mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    async write(attemptId, bytes) {
      await ready();
      await writeDurably(pathOf(attemptId), bytes);
    },
    read: (attemptId) =>
      readFile(pathOf(attemptId)).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return null;
        throw cause;
      }),
    async remove(attemptId) {
      await ready();
      await removeDurably(pathOf(attemptId));
    },
  };
}
