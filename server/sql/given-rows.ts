import { type RawBuilder, sql } from 'kysely';
import { isPostgres } from './postgres-engine.ts';
import type { Db } from './tables.ts';

/** In SQLite's words, as in the migrations. */
type ColumnType = 'text' | 'integer' | 'real';
const IN_POSTGRES = { text: 'text', integer: 'bigint', real: 'double precision' } as const;

/**
 * Rows of this process as a table within a statement: a `select` that goes between brackets. All of them are one parameter,
 * so the statement is the same for one row and for a thousand and is prepared once; a `values` list of two hundred rows
 * costs more to build and to prepare than to carry out.
 */
export function givenRows<Row extends Record<string, string | number | null>>(
  db: Db,
  columns: Record<keyof Row & string, ColumnType>,
  rows: readonly Row[],
): RawBuilder<Row> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const json = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
  const postgres = isPostgres(db);
  const cells = names.map((name, at) => {
    const cell = sql`value ->> ${sql.lit(at)}`;
    return postgres
      ? sql`(${cell})::${sql.raw(IN_POSTGRES[columns[name]])} as ${sql.ref(name)}`
      : sql`${cell} as ${sql.ref(name)}`;
  });
  const source = postgres ? sql`jsonb_array_elements(${json}::jsonb)` : sql`json_each(${json})`;
  return sql`select ${sql.join(cells)} from ${source}`;
}
