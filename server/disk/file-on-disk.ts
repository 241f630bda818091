import { open } from 'node:fs/promises';
import type { StoredFile } from '../services/ports.ts';

/** So much is read at a time, bytes. */
const PIECE_BYTES = 256 * 1024;

/** A file as it lies there. Throws what the system says where it does not. */
export async function openOnDisk(path: string): Promise<StoredFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return {
      bytes: size,
      async *read(from, until) {
        for (let at = from; at < Math.min(until, size); ) {
          const piece = Buffer.alloc(Math.min(PIECE_BYTES, Math.min(until, size) - at));
          const { bytesRead } = await file.read(piece, 0, piece.length, at);
          if (bytesRead === 0) return;
          yield piece.subarray(0, bytesRead);
          at += bytesRead;
        }
      },
      close: () => file.close(),
    };
  } catch (cause) {
    await file.close();
    throw cause;
  }
}
