import { sql } from 'kysely';
import { type Entry, isOfItem } from '../../shared/domain/entry.ts';
import type { AnswerState } from '../../shared/domain/fold.ts';
import type { ResponseValue } from '../../shared/domain/paper.ts';
import type { Db } from './tables.ts';

/**
 * Folds one accepted entry into the current answers. The last writer in (epoch, seq) order wins, so that the order of
 * arrival makes no difference and the table always equals `foldEntries` over the journal (ANS-3).
 */
export async function foldEntry(db: Db, { attemptId: attempt_id, epoch, seq, at, body }: Entry): Promise<void> {
  if (!isOfItem(body)) return;
  const key = { attempt_id, item_id: body.itemId, epoch, seq, at };
  if (body.type === 'flag') {
    const flagged = body.flagged ? 1 : 0;
    await db
      .insertInto('flag')
      .values({ ...key, flagged })
      .onConflict((conflict) =>
        conflict
          .columns(['attempt_id', 'item_id'])
          .doUpdateSet({ epoch, seq, at, flagged })
          .where(sql<boolean>`(excluded.epoch, excluded.seq) > (flag.epoch, flag.seq)`),
      )
      .execute();
    return;
  }
  const value_json = body.value === null ? null : JSON.stringify(body.value);
  await db
    .insertInto('answer')
    .values({ ...key, session_id: body.sessionId, value_json })
    .onConflict((conflict) =>
      conflict
        .columns(['attempt_id', 'item_id'])
        .doUpdateSet({ session_id: body.sessionId, epoch, seq, at, value_json })
        .where(sql<boolean>`(excluded.epoch, excluded.seq) > (answer.epoch, answer.seq)`),
    )
    .execute();
}

/** The current answers as the fold would give them, and item id -> time of its last accepted entry. */
export async function readAnswers(
  db: Db,
  attemptId: string,
): Promise<{ state: AnswerState; touchedAt: Record<string, number> }> {
  const answers = await db
    .selectFrom('answer')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('epoch')
    .orderBy('seq')
    .execute();
  const flags = await db
    .selectFrom('flag')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('epoch')
    .orderBy('seq')
    .execute();
  const responses: Record<string, ResponseValue> = {};
  for (const row of answers) if (row.value_json !== null) responses[row.item_id] = JSON.parse(row.value_json);
  const touchedAt: Record<string, number> = {};
  let last: { epoch: number; seq: number; item_id: string } | null = null;
  for (const row of [...answers, ...flags]) {
    touchedAt[row.item_id] = Math.max(touchedAt[row.item_id] ?? 0, row.at);
    if (!last || row.epoch > last.epoch || (row.epoch === last.epoch && row.seq > last.seq)) last = row;
  }
  const flagged = flags.filter((row) => row.flagged === 1).map((row) => row.item_id);
  return { state: { responses, flags: flagged, lastItemId: last?.item_id ?? null }, touchedAt };
}
