import Libsql from 'libsql';

/** What the exam centre's database holds, read by nothing of the server's own. */

export interface KeptEntry {
  epoch: number;
  seq: number;
  at: number;
  received_at: number;
  body_json: string;
  origin_json: string | null;
  hash: string;
  verdict: string;
}

function readRows<Row>(database: string, query: string, attemptId: string): Row[] {
  const file = new Libsql(database, { readonly: true });
  try {
    return file.prepare(query).all(attemptId) as Row[];
  } finally {
    file.close();
  }
}

export const keptEntries = (database: string, attemptId: string): KeptEntry[] =>
  readRows(database, 'SELECT * FROM entry WHERE attempt_id = ? ORDER BY epoch, seq', attemptId);

/** The answers that the server would score, item by item. */
export function keptAnswers(database: string, attemptId: string): Map<string, unknown> {
  const rows = readRows<{ item_id: string; value_json: string | null }>(
    database,
    'SELECT item_id, value_json FROM answer WHERE attempt_id = ?',
    attemptId,
  );
  return new Map(rows.map(({ item_id, value_json }) => [item_id, value_json === null ? null : JSON.parse(value_json)]));
}

const COUNTING = ['accepted', 'late_synced'];

/** How many answers count once more than they were given: no two of one candidate are of the same moment. */
export function answersTwice(entries: readonly KeptEntry[]): number {
  const counting = entries.filter(
    ({ verdict, body_json }) => COUNTING.includes(verdict) && JSON.parse(body_json).type === 'response',
  );
  return counting.length - new Set(counting.map(({ at, body_json }) => `${at} ${body_json}`)).size;
}
