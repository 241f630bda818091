import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DatabasePlace } from '../../server/sql/database.ts';

/** URL of the database `postgres` of the server under test; null: rows are kept in files. */
let postgres: string | null = null;

/** The name of the database that others are copies of. */
export const TEMPLATE = 'yunkao_template';

/** A database that nothing is expected to happen to. */
export const databasePlace = (url: string, shared = false): DatabasePlace => ({
  postgres: url,
  shared,
  onTrouble: (text, cause) => console.error(text, cause),
  onTaken: () => console.error(`${url} was taken over`),
});

/** From now on, in this process, test databases are on that PostgreSQL server. */
export function keepRowsIn(url: string): void {
  postgres = url;
}

/** One statement on a connection of its own. */
export async function runOn(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  place: DatabasePlace;
  remove(): Promise<void>;
}

/** A new database of the engine under test, or the file. */
export async function makeTestDatabase(file: string): Promise<TestDatabase> {
  if (postgres === null) return { place: { file }, remove: async () => {} };
  const admin = postgres;
  const name = `yunkao_${randomUUID().replaceAll('-', '')}`;
  await runOn(admin, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  return {
    place: databasePlace(admin.replace(/postgres$/, name)),
    remove: async () => void (await runOn(admin, `drop database ${name} with (force)`)),
  };
}
