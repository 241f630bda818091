import { type AnswerFileHeader, AnswerFileHeaderSchema } from '../../../shared/contract/answer-file.ts';
import { EntrySchema, type TwoClocks } from '../../../shared/contract/entries.ts';
import { AnswerFileRefused, openAnswerFile, readAnswerFileHeader } from '../../../shared/domain/answer-file.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Queries } from '../../sql/storage.ts';
import type { Row } from '../../sql/tables.ts';
import { verifyHashes } from '../entry-chain.ts';
import type { JournalBatch } from '../entry-keeper.ts';
import type { CentreKey } from './centre-key.ts';

export interface OpenedAnswerFile {
  header: AnswerFileHeader;
  attempt: Row<'attempt'>;
  candidate: Row<'candidate'>;
  /** By epoch, ascending. */
  batches: JournalBatch[];
}

export function answerFileHeader(bytes: Uint8Array<ArrayBuffer>): AnswerFileHeader {
  const parsed = AnswerFileHeaderSchema.safeParse(readAnswerFileHeader(bytes));
  if (!parsed.success) throw new AnswerFileRefused('damaged', { cause: parsed.error });
  return parsed.data;
}

function parseLines(lines: readonly string[], { attemptId, entries: announced }: AnswerFileHeader): Entry[] {
  try {
    const entries = lines.map((line) => EntrySchema.parse(JSON.parse(line)));
    verifyHashes(entries);
    if (entries.length === announced && entries.every((entry) => entry.attemptId === attemptId)) return entries;
  } catch (cause) {
    throw new AnswerFileRefused('content_broken', { cause });
  }
  throw new AnswerFileRefused('content_broken');
}

function batchesOf(attemptId: string, entries: readonly Entry[], sentAt: TwoClocks | undefined): JournalBatch[] {
  const epochs = [...new Set(entries.map(({ epoch }) => epoch))].sort((left, right) => left - right);
  return epochs.map((epoch) => ({
    attemptId,
    epoch,
    entries: entries.filter((entry) => entry.epoch === epoch),
    sentAt,
  }));
}

/** Whose file it is and what it holds, once it has proved both. Throws `AnswerFileRefused`. */
export async function openForAttempt(
  store: Queries,
  centre: CentreKey,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<OpenedAnswerFile> {
  const header = answerFileHeader(bytes);
  if (header.centreKeyId !== centre.id) throw new AnswerFileRefused('other_centre');
  const attempt = await store.findAttempt(header.attemptId).catch((cause: unknown) => {
    throw new AnswerFileRefused('attempt_unknown', { cause });
  });
  const lines = await openAnswerFile(bytes, { attemptKey: attempt.key_base64, centre });
  const entries = parseLines(lines, header);
  if (entries.some(({ epoch }) => epoch > attempt.epoch)) throw new AnswerFileRefused('content_broken');
  const { madeAt, computerClock } = header;
  const made = madeAt === null ? undefined : { server: madeAt, computer: computerClock };
  return {
    header,
    attempt,
    candidate: await store.findCandidate(attempt.candidate_id),
    batches: batchesOf(attempt.id, entries, made),
  };
}
