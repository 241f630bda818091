import { open } from 'node:fs/promises';

/** So much of an upload waits in memory for the disk: every write is a way to another thread and back. */
const PIECE_BYTES = 256 * 1024;

/**
 * Writes what arrives to a file that is there, from `offset` on; `seal` gives what is to lie there in its place. Returns where it
 * ends. What had arrived of a line that broke lies there, too, when it throws what the line threw.
 */
export async function writeArriving(
  path: string,
  offset: number,
  arriving: AsyncIterable<Buffer>,
  seal: (bytes: Buffer) => Buffer,
): Promise<number> {
  const file = await open(path, 'r+');
  let at = offset;
  let waiting: Buffer[] = [];
  let bytes = 0;
  const write = async () => {
    const piece = seal(Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
    for (let done = 0; done < piece.length; ) {
      const { bytesWritten } = await file.write(piece, done, piece.length - done, at);
      done += bytesWritten;
      at += bytesWritten;
    }
  };
  try {
    try {
      for await (const chunk of arriving) {
        waiting.push(chunk);
        bytes += chunk.length;
        if (bytes >= PIECE_BYTES) await write();
      }
    } finally {
      if (bytes > 0) await write();
    }
    return at;
  } finally {
    await file.close();
  }
}
