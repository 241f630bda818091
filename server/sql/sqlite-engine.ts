import {
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely';
import Libsql from 'libsql';
import AsyncLibsql from 'libsql/promise';
import type { Db, Tables } from './tables.ts';

/**
 * SQLite ends a transaction by itself when the disk is full. Rolling back once more would then fail, and its error would
 * hide the one that matters.
 */
/** Statements kept prepared; those of one examination are fewer. */
const MOST_PREPARED = 300;

/** Prepares a statement once: that costs more than to carry it out. */
function preparing(file: Libsql.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = prepared.get(text);
      if (known) return known;
      const made = file.prepare(text) as SqliteStatement;
      const oldest = prepared.size < MOST_PREPARED ? undefined : prepared.keys().next().value;
      if (oldest !== undefined) prepared.delete(oldest);
      prepared.set(text, made);
      return made;
    },
    close: () => void file.close(),
  };
}

class LibsqlDriver extends SqliteDriver {
  constructor(private readonly file: Libsql.Database) {
    super({ database: preparing(file) });
  }
  /**
   * On another thread: the flush takes longer than all statements before it, and this one goes on reading what arrives.
   * The two faces of the library hold the same handle; nobody else uses the connection before the commit is through.
   */
  override commitTransaction(): Promise<void> {
    return AsyncLibsql.prototype.exec.call(this.file as never, 'commit') as unknown as Promise<void>;
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.file.inTransaction) await super.rollbackTransaction(connection);
  }
}

class LibsqlDialect extends SqliteDialect {
  constructor(private readonly file: Libsql.Database) {
    super({ database: preparing(file) });
  }
  override createDriver() {
    return new LibsqlDriver(this.file);
  }
}

/** A database in one file. `synchronous=FULL`: a commit is on the disk before it is acknowledged (ANS-1). */
export function openSqlite(path: string): Db {
  const file = new Libsql(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) file.exec(`PRAGMA ${pragma}`);
  return new Kysely<Tables>({ dialect: new LibsqlDialect(file) });
}

/** The file as it is: it is not changed. */
export const readSqlite = (path: string): Db =>
  new Kysely<Tables>({ dialect: new LibsqlDialect(new Libsql(path, { readonly: true })) });

/** Moves what lies in the log beside the file into it, so that a copy of that file is a copy of the examination. */
export async function emptyLog(db: Db): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}
