import { Transform } from 'node:stream';
import { buffer as collect } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export interface ArchiveLimits {
  entries: number;
  /** Of one entry, unpacked. */
  entryBytes: number;
  /** Of all entries together, unpacked. */
  totalBytes: number;
}

/** Why an archive is not read any further. */
export const ARCHIVE_FAULTS = ['damaged', 'encrypted', 'unsafe_name', 'too_many_entries', 'too_large'] as const;
export type ArchiveFault = (typeof ARCHIVE_FAULTS)[number];

/** `entry`: the name of the entry it happened at; empty when it is the archive itself. */
export class ArchiveError extends Error {
  constructor(
    readonly fault: ArchiveFault,
    readonly entry: string,
    options?: ErrorOptions,
  ) {
    super(`${fault} ${entry}`, options);
  }
}

/** Counts what really comes out: the sizes an archive claims for itself may be lies. */
function counted(limit: number, exceeded: () => Error): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > limit ? exceeded() : null, chunk);
    },
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const arrived: Entry[] = [];
  let ended = false;
  let failed: unknown = null;
  let wake = () => {};
  zip.on('entry', (entry) => {
    arrived.push(entry);
    wake();
  });
  zip.on('end', () => {
    ended = true;
    wake();
  });
  zip.on('error', (cause) => {
    failed = cause;
    wake();
  });
  zip.readEntry();
  for (;;) {
    if (failed) throw failed;
    const entry = arrived.shift();
    if (entry) {
      yield entry;
      zip.readEntry();
    } else if (ended) return;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}

/**
 * The files of a zip archive by their path, in memory and nowhere else. Throws `ArchiveError` for what is damaged,
 * encrypted, larger than the limits or named so that it would leave its folder.
 */
export async function readArchive(bytes: Buffer, limits: ArchiveLimits): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let at = '';
  let left = limits.totalBytes;
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false, validateEntrySizes: true });
    if (zip.entryCount > limits.entries) throw new ArchiveError('too_many_entries', '');
    for await (const entry of entriesOf(zip)) {
      at = entry.fileName;
      if (at.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new ArchiveError('encrypted', at);
      if (files.size >= limits.entries) throw new ArchiveError('too_many_entries', at);
      const limit = Math.min(limits.entryBytes, left);
      const tooLarge = () => new ArchiveError('too_large', entry.fileName);
      if (entry.uncompressedSize > limit) throw tooLarge();
      const stream = await zip.openReadStreamPromise(entry);
      const guard = counted(limit, tooLarge);
      stream.on('error', (cause) => guard.destroy(cause));
      const content = await collect(stream.pipe(guard));
      left -= content.length;
      files.set(at, content);
    }
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    // yauzl checks names before it shows an entry, and says so in words only.
    const unsafe = cause instanceof Error && /(relative|absolute) path|invalid characters/.test(cause.message);
    throw new ArchiveError(unsafe ? 'unsafe_name' : 'damaged', at, { cause });
  }
  return files;
}
