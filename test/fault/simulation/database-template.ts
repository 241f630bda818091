import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { type CentreKey, ownCentreKey } from '../../../server/services/answer-files/centre-key.ts';
import { type Duties, readDuties } from '../../../server/services/assignment/duties.ts';
import { type ExaminationBook, readExaminationBook } from '../../../server/services/examination-book.ts';
import { type HelpLines, readHelpLines } from '../../../server/services/help/help-lines.ts';
import { openDatabase } from '../../../server/sql/database.ts';
import { insertExaminations } from '../../../server/sql/examination.ts';
import { createStorage } from '../../../server/sql/storage.ts';
import type { Db, Tables } from '../../../server/sql/tables.ts';
import { STARTS_AT, simulatedExamination } from './examination.ts';

/** A database in memory, and the handle beneath it through which a test looks at what is committed. */
export interface MemoryDatabase {
  db: Db;
  file: Libsql.Database;
}

/** Gives databases in memory that hold one examination and nothing else: migrated once, emptied before each use. */
export interface DatabaseTemplate {
  /** The examinations, read once: they are the same each time. */
  book: ExaminationBook;
  centreKey: CentreKey;
  /** Nobody is assigned. */
  duties: Duties;
  helpLines: HelpLines;
  /** Only the latest one is used. */
  fresh(): MemoryDatabase;
  close(): void;
}

interface SchemaRow {
  type: string;
  name: string;
  sql: string;
}

export async function makeTemplate(): Promise<DatabaseTemplate> {
  const directory = mkdtempSync(join(tmpdir(), 'yunkao-simulated-'));
  const path = join(directory, 'template.db');
  const made = await openDatabase({ file: path });
  await insertExaminations(made, simulatedExamination());
  const store = createStorage(made);
  const book = await readExaminationBook(store);
  const duties = await readDuties(store, { now: () => STARTS_AT });
  const helpLines = await readHelpLines(store, book);
  const centreKey = await ownCentreKey(store, { now: () => STARTS_AT });
  await store.close();

  const template = new Libsql(path);
  const schema = template
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all() as SchemaRow[];
  const tables = schema.filter(({ type }) => type === 'table').map(({ name }) => name);
  const filled = tables.filter((name) => template.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined);
  template.close();
  const script = [
    `ATTACH DATABASE '${path}' AS template`,
    'BEGIN',
    // Emptied before each use, which these would refuse; whatever else is guarded stays guarded.
    ...schema.map(({ sql }) => sql).filter((sql) => !/^create trigger \S+ before delete /i.test(sql)),
    ...filled.map((name) => `INSERT INTO main."${name}" SELECT * FROM template."${name}"`),
    'COMMIT',
    'DETACH DATABASE template',
    'PRAGMA foreign_keys = ON',
  ].join(';\n');
  const file = new Libsql(':memory:');
  file.exec(script);
  const empty = tables.filter((name) => !filled.includes(name)).map((name) => `DELETE FROM "${name}"`);
  const wipe = ['PRAGMA foreign_keys = OFF', ...empty, 'PRAGMA foreign_keys = ON'].join(';\n');
  const kept = keepStatements(file);
  return {
    book,
    centreKey,
    duties,
    helpLines,
    fresh() {
      if (file.inTransaction) file.exec('ROLLBACK');
      file.exec(wipe);
      return { file, db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: kept }) }) };
    },
    close() {
      file.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** Preparing a statement costs more than running it, and every schedule runs the same ones. */
function keepStatements(file: Libsql.Database): Libsql.Database {
  const statements = new Map<string, Libsql.Statement>();
  return Object.create(file, {
    prepare: {
      value(sql: string) {
        const statement = statements.get(sql) ?? file.prepare(sql);
        statements.set(sql, statement);
        return statement;
      },
    },
  }) as Libsql.Database;
}
