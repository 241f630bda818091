import { sql } from 'kysely';
import type { Entry } from '../../shared/domain/entry.ts';
import type { AnswerState } from '../../shared/domain/fold.ts';
import type { ResponseValue } from '../../shared/domain/paper.ts';
import type { TouchedAt } from '../../shared/domain/reentry.ts';
import { givenRows } from './given-rows.ts';
import type { Db } from './tables.ts';

/** What folding needs of an entry. */
type FoldedEntry = Pick<Entry, 'attemptId' | 'epoch' | 'seq' | 'at' | 'body'>;
type ItemEntry = FoldedEntry & { body: { itemId: string } };
type Written<Type extends Entry['body']['type']> = FoldedEntry & { body: { type: Type } };

const isOf =
  <Type extends Entry['body']['type']>(type: Type) =>
  (entry: FoldedEntry): entry is Written<Type> =>
    entry.body.type === type;

/** Of entries that say something about the same thing only the last in (epoch, seq) order. */
function lastOfEach<Kind extends ItemEntry>(entries: readonly Kind[]): Kind[] {
  const last = new Map<string, Kind>();
  for (const entry of entries) {
    const place = `${entry.attemptId} ${entry.body.itemId}`;
    const known = last.get(place);
    if (!known || entry.epoch > known.epoch || (entry.epoch === known.epoch && entry.seq > known.seq))
      last.set(place, entry);
  }
  return [...last.values()];
}

const PLACE = {
  attempt_id: 'text',
  item_id: 'text',
  epoch: 'integer',
  seq: 'integer',
  at: 'real',
} as const;

/**
 * Folds accepted entries of any attempts into the current answers. The last writer in (epoch, seq) order wins, so that the
 * order of arrival makes no difference and the table always equals `foldEntries` over the journal (ANS-3).
 */
export async function foldIntoAnswers(db: Db, entries: readonly FoldedEntry[]): Promise<void> {
  const placeOf = ({ attemptId: attempt_id, epoch, seq, at, body }: ItemEntry) => ({
    ...{ attempt_id, item_id: body.itemId, epoch, seq, at },
  });
  const answers = lastOfEach(entries.filter(isOf('response'))).map((entry) => ({
    ...placeOf(entry),
    session_id: entry.body.sessionId,
    value_json: entry.body.value === null ? null : JSON.stringify(entry.body.value),
  }));
  // `where true` tells SQLite that `on conflict` does not belong to the select.
  if (answers.length > 0) {
    await sql`
      insert into answer (attempt_id, item_id, epoch, seq, at, session_id, value_json)
      select * from (${givenRows(db, { ...PLACE, session_id: 'text', value_json: 'text' }, answers)}) as given where true
      on conflict (attempt_id, item_id) do update set session_id = excluded.session_id, epoch = excluded.epoch,
        seq = excluded.seq, at = excluded.at, value_json = excluded.value_json
      where (excluded.epoch, excluded.seq) > (answer.epoch, answer.seq)`.execute(db);
  }
  const flags = lastOfEach(entries.filter(isOf('flag'))).map((entry) => ({
    ...placeOf(entry),
    flagged: entry.body.flagged ? 1 : 0,
  }));
  if (flags.length > 0) {
    await sql`
      insert into flag (attempt_id, item_id, epoch, seq, at, flagged)
      select * from (${givenRows(db, { ...PLACE, flagged: 'integer' }, flags)}) as given where true
      on conflict (attempt_id, item_id) do update set epoch = excluded.epoch, seq = excluded.seq, at = excluded.at,
        flagged = excluded.flagged
      where (excluded.epoch, excluded.seq) > (flag.epoch, flag.seq)`.execute(db);
  }
}

/** Makes the current answers of an attempt again from its stored journal, whatever stood there. */
export async function refoldAnswers(db: Db, attemptId: string): Promise<void> {
  const rows = await db
    .selectFrom('entry')
    .select(['epoch', 'seq', 'at', 'body_json'])
    .where('attempt_id', '=', attemptId)
    .where('verdict', 'in', ['accepted', 'late_synced'])
    .execute();
  await db.deleteFrom('answer').where('attempt_id', '=', attemptId).execute();
  await db.deleteFrom('flag').where('attempt_id', '=', attemptId).execute();
  await foldIntoAnswers(
    db,
    rows.map(({ epoch, seq, at, body_json }) => ({ attemptId, epoch, seq, at, body: JSON.parse(body_json) })),
  );
}

/** The current answers as the fold would give them, and when each was last touched. */
export async function readAnswers(db: Db, attemptId: string): Promise<{ state: AnswerState; touchedAt: TouchedAt }> {
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
  const timesOf = (rows: readonly { item_id: string; at: number }[]) =>
    Object.fromEntries(rows.map(({ item_id, at }) => [item_id, at]));
  let last: { epoch: number; seq: number; item_id: string } | null = null;
  for (const row of [...answers, ...flags]) {
    if (!last || row.epoch > last.epoch || (row.epoch === last.epoch && row.seq > last.seq)) last = row;
  }
  const flagged = flags.filter((row) => row.flagged === 1).map((row) => row.item_id);
  return {
    state: { responses, flags: flagged, lastItemId: last?.item_id ?? null },
    touchedAt: { response: timesOf(answers), flag: timesOf(flags) },
  };
}
