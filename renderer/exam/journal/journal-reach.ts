import type { JournalPlace } from '../../../shared/domain/journal-damage.ts';
import type { EntryCipher } from './entry-cipher.ts';

/** One text on the disk outside of IndexedDB, so that both are not torn by the same fault. */
export interface ReachFile {
  read(): Promise<string | null>;
  keep(text: string): Promise<void>;
}

/** The second witness of how far the journal reaches, beside the heads in the journal itself. */
export interface JournalReach {
  /** What an earlier run noted. */
  readonly noted: readonly JournalPlace[];
  /** The journal is durable up to here. Never waits: it is written soon, and only the latest. */
  note(place: JournalPlace): void;
}

interface Parts {
  attemptId: string;
  cipher: Pick<EntryCipher, 'sealReach' | 'openReach'>;
  file: ReachFile;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** The note is a flush of its own, on a disk that an answer may be waiting for: seldom enough not to be felt. */
const EVERY_MS = 5_000;

export async function openJournalReach({ attemptId, cipher, file, schedule, log }: Parts): Promise<JournalReach> {
  const text = await file.read().catch((cause: unknown) => {
    log('warn', `the journal's reach cannot be read: ${String(cause)}`);
    return null;
  });
  const noted = text === null ? [] : await cipher.openReach(attemptId, text);
  if (!noted) log('warn', 'the note of the journal’s reach is damaged');
  const reached = new Map((noted ?? []).map(({ epoch, seq }) => [epoch, seq]));
  let resting = false;
  let newer = false;

  async function write(): Promise<void> {
    resting = true;
    newer = false;
    const places = [...reached].map(([epoch, seq]) => ({ epoch, seq }));
    await cipher
      .sealReach(attemptId, places)
      .then(file.keep)
      .catch((cause: unknown) => log('warn', `the journal's reach is not noted: ${String(cause)}`));
    schedule(() => {
      resting = false;
      if (newer) void write();
    }, EVERY_MS);
  }

  return {
    noted: noted ?? [],
    note({ epoch, seq }) {
      reached.set(epoch, seq);
      newer = true;
      if (!resting) void write();
    },
  };
}
