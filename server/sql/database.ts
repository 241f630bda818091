import { type DatabaseConnection, Kysely, Migrator, SqliteDialect, SqliteDriver, sql } from 'kysely';
import Libsql from 'libsql';
import * as examination from './migrations/0001-examination.ts';
import * as attempt from './migrations/0002-attempt.ts';
import * as answers from './migrations/0003-answers.ts';
import * as evidence from './migrations/0004-evidence.ts';
import * as examinations from './migrations/0005-examinations.ts';
import * as roster from './migrations/0006-roster.ts';
import * as theses from './migrations/0010-theses.ts';
import * as marking from './migrations/0011-marking.ts';
import * as answerFiles from './migrations/0015-answer-files.ts';
import type { Db, Tables } from './tables.ts';

const MIGRATIONS = {
  '0001-examination': examination,
  '0002-attempt': attempt,
  '0003-answers': answers,
  '0004-evidence': evidence,
  '0005-examinations': examinations,
  '0006-roster': roster,
  '0010-theses': theses,
  '0011-marking': marking,
  '0015-answer-files': answerFiles,
};

/**
 * SQLite ends a transaction by itself when the disk is full. Rolling back once more would then fail, and its error would
 * hide the one that matters.
 */
class LibsqlDriver extends SqliteDriver {
  constructor(private readonly file: Libsql.Database) {
    super({ database: file });
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.file.inTransaction) await super.rollbackTransaction(connection);
  }
}

class LibsqlDialect extends SqliteDialect {
  constructor(private readonly file: Libsql.Database) {
    super({ database: file });
  }
  override createDriver() {
    return new LibsqlDriver(this.file);
  }
}

/**
 * Opens the database file and brings it to the newest schema. `synchronous=FULL`: a commit is on the disk before it
 * is acknowledged (ANS-1). Throws when a migration fails; the file then stays as it was.
 */
export async function openDatabase(path: string): Promise<Db> {
  const file = new Libsql(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) file.exec(`PRAGMA ${pragma}`);
  const db = new Kysely<Tables>({ dialect: new LibsqlDialect(file) });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
  }).migrateToLatest();
  if (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/**
 * Closes it with everything in the one file, so that a copy of that file is a copy of the examination. Where that cannot
 * be, on a full disk, the rest stays in the log beside it, from which the next start goes on: returns the cause.
 */
export async function closeDatabase(db: Db): Promise<unknown> {
  try {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    return null;
  } catch (cause) {
    return cause;
  } finally {
    await db.destroy();
  }
}
