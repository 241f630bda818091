/** Rows of one insert: far below what an engine takes in parameters (32,766 SQLite, 65,535 PostgreSQL). */
const ROWS = 200;

/** The rows in parts that fit one statement each. */
export function* inParts<Item>(rows: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS);
}
