import { open } from 'node:fs/promises';

/** Bytes of a file from `offset` on: `length` of them, fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** Opens the file for as long as `use` takes. Rejects when it cannot be opened or read. */
export async function withFile<Result>(path: string, use: (readAt: ReadAt) => Promise<Result>): Promise<Result> {
  const file = await open(path, 'r');
  try {
    return await use(async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}
