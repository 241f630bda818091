import { type Kysely, type KyselyPlugin, type RootOperationNode, sql } from 'kysely';
import { isPostgres } from './postgres-engine.ts';
import type { Db } from './tables.ts';

/** What the words of a migration, which are SQLite's, are called in PostgreSQL. None of them is the name of anything. */
const IN_POSTGRES: readonly [RegExp, string][] = [
  [/\binteger primary key autoincrement\b/g, 'bigint generated always as identity primary key'],
  [/\binteger\b/g, 'bigint'],
  [/\breal\b/g, 'double precision'],
  [/\)\s*strict$/g, ')'],
];

/** The statement as PostgreSQL has it: SQLite's `integer` has 64 bits, its `real` is double precision. */
export const inPostgres = (statement: string): string =>
  IN_POSTGRES.reduce((text, [word, ours]) => text.replace(word, ours), statement);

/** Lets a migration that is written once, in SQLite's words, run on PostgreSQL. */
export const postgresWords: KyselyPlugin = {
  transformQuery({ node }): RootOperationNode {
    return node.kind === 'RawNode' ? { ...node, sqlFragments: node.sqlFragments.map(inPostgres) } : node;
  },
  transformResult: async ({ result }) => result,
};

/** Has the database itself refuse any change of this kind in the table, with this reason. */
export async function refuseChanges(
  db: Kysely<unknown>,
  { table, change, trigger, reason }: { table: string; change: 'update' | 'delete'; trigger: string; reason: string },
): Promise<void> {
  const before = sql`create trigger ${sql.ref(trigger)} before ${sql.raw(change)} on ${sql.table(table)}`;
  if (!isPostgres(db as Db)) {
    await sql`${before} begin select raise(abort, ${sql.lit(reason)}); end`.execute(db);
    return;
  }
  await sql`create function ${sql.ref(trigger)}() returns trigger language plpgsql as
    ${sql.lit(`begin raise exception '${reason}'; end`)}`.execute(db);
  await sql`${before} for each row execute function ${sql.ref(trigger)}()`.execute(db);
}
