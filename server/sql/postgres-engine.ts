import { Kysely, PostgresAdapter, PostgresDialect } from 'kysely';
import pg from 'pg';
import { DatabaseRefused } from './database-refused.ts';
import { type DatabaseHold, type HoldOptions, holdPostgres } from './postgres-hold.ts';
import type { Db, Tables } from './tables.ts';

/** Transactions of different attempts run at the same time and share the flush of their commits. */
const CONNECTIONS = 10;
/** A database that does not answer a request for this long is told as a failure: clients send again. */
const CONNECT_LIMIT_MS = 10_000;
/** Times and counts are 64 bits wide in the database and numbers here: all of them are far below 2^53. */
const BIGINT = 20;

const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (Number(type) === BIGINT ? Number : pg.types.getTypeParser(type, format)) as never,
};

export const isPostgres = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** Throws `DatabaseRefused` for a server or a database on which the rules of the examination would not hold. */
async function requireFit(client: pg.Client | pg.ClientBase): Promise<void> {
  const setting = async (name: string) => {
    const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
    return rows[0]?.value ?? '';
  };
  if (Number(await setting('server_version_num')) < 150_000)
    throw new DatabaseRefused(`PostgreSQL 15 or newer is needed, this is ${await setting('server_version')}`);
  if ((await setting('fsync')) !== 'on')
    throw new DatabaseRefused('PostgreSQL runs with fsync = off: an answer it confirms could be lost. Turn it on');
  const { rows } = await client.query<{ collation: string; encoding: string }>(
    `select datcollate as collation, pg_encoding_to_char(encoding) as encoding
     from pg_database where datname = current_database()`,
  );
  const { collation, encoding } = rows[0] ?? {};
  if (collation !== 'C' || encoding !== 'UTF8')
    throw new DatabaseRefused(
      'The database must be UTF-8 and sort by code point. Make it with: ' +
        'createdb --template=template0 --encoding=UTF8 --locale=C NAME',
    );
}

/**
 * A database on a PostgreSQL server, held for this process or, `shared`, for this exam centre alone until the returned `Db` is destroyed. Every connection
 * commits synchronously whatever the server's default is: a commit is on the disk before it is acknowledged (ANS-1).
 * Throws `DatabaseRefused`, also when another server holds it.
 */
export async function openPostgres(url: string, options: HoldOptions): Promise<Db> {
  const hold: DatabaseHold = await holdPostgres(url, requireFit, options);
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: CONNECTIONS,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    onConnect: async (client) => {
      await client.query('set synchronous_commit = on');
    },
  });
  // One that breaks at work fails its query, which is told; unheard, its event would end the process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  // An idle connection that breaks is replaced when the next is wanted.
  pool.on('error', (cause) => options.onTrouble('a connection to the database broke', cause));
  const held = {
    connect: async () => {
      await hold.held();
      return pool.connect();
    },
    end: async () => {
      await pool.end();
      await hold.release();
    },
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: held }) });
}

/** Without holding it, in transactions that cannot write. */
export function readPostgres(url: string): Db {
  const options = '-c default_transaction_read_only=on';
  const pool = new pg.Pool({ connectionString: url, types, options, max: 1 });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
