import { Migrator } from 'kysely';
import { postgresWords } from './migration-words.ts';
import * as examination from './migrations/0001-examination.ts';
import * as attempt from './migrations/0002-attempt.ts';
import * as answers from './migrations/0003-answers.ts';
import * as evidence from './migrations/0004-evidence.ts';
import * as examinations from './migrations/0005-examinations.ts';
import * as roster from './migrations/0006-roster.ts';
import * as theses from './migrations/0010-theses.ts';
import * as marking from './migrations/0011-marking.ts';
import * as answerFiles from './migrations/0015-answer-files.ts';
import * as restoration from './migrations/0016-restoration.ts';
import * as prohibitedPrograms from './migrations/0017-prohibited-programs.ts';
import * as cameraLedger from './migrations/0018-camera-ledger.ts';
import * as phoneEpochs from './migrations/0019-phone-epochs.ts';
import * as phoneCause from './migrations/0020-phone-cause.ts';
import * as raisedHand from './migrations/0021-raised-hand.ts';
import * as violationRules from './migrations/0023-violation-rules.ts';
import * as cases from './migrations/0025-cases.ts';
import * as retention from './migrations/0028-retention.ts';
import * as registeredSessions from './migrations/0029-registered-sessions.ts';
import * as timetableLog from './migrations/0030-timetable-log.ts';
import * as markingAssignments from './migrations/0031-marking-assignments.ts';
import * as changePersons from './migrations/0032-change-persons.ts';
import * as publication from './migrations/0033-publication.ts';
import * as assignment from './migrations/0034-assignment.ts';
import * as secondFactor from './migrations/0035-second-factor.ts';
import * as help from './migrations/0036-help.ts';
import * as violationRuleChanges from './migrations/0038-violation-rule-changes.ts';
import * as qualification from './migrations/0039-qualification.ts';
import * as lines from './migrations/0041-lines.ts';
import * as batchRegion from './migrations/0045-batch-region.ts';
import { isPostgres, openPostgres, readPostgres } from './postgres-engine.ts';
import type { HoldOptions } from './postgres-hold.ts';
import { emptyLog, openSqlite, readSqlite } from './sqlite-engine.ts';
import type { Db } from './tables.ts';

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
  '0016-restoration': restoration,
  '0017-prohibited-programs': prohibitedPrograms,
  '0018-camera-ledger': cameraLedger,
  '0019-phone-epochs': phoneEpochs,
  '0020-phone-cause': phoneCause,
  '0021-raised-hand': raisedHand,
  '0023-violation-rules': violationRules,
  '0025-cases': cases,
  '0028-retention': retention,
  '0029-registered-sessions': registeredSessions,
  '0030-timetable-log': timetableLog,
  '0031-marking-assignments': markingAssignments,
  '0032-change-persons': changePersons,
  '0033-publication': publication,
  '0034-assignment': assignment,
  '0035-second-factor': secondFactor,
  '0036-help': help,
  '0038-violation-rule-changes': violationRuleChanges,
  '0039-qualification': qualification,
  '0041-lines': lines,
  '0045-batch-region': batchRegion,
};

/** Where the rows lie: a file of the data directory, or a database on a PostgreSQL server. */
export type DatabasePlace = { file: string } | ({ postgres: string } & HoldOptions);

/**
 * Opens the database and brings it to the newest schema. Throws when a migration fails; the database then stays as it was.
 * On PostgreSQL it throws `DatabaseRefused` as `openPostgres` does.
 */
export async function openDatabase(place: DatabasePlace): Promise<Db> {
  const db = 'file' in place ? openSqlite(place.file) : await openPostgres(place.postgres, place);
  const { error } = await new Migrator({
    db: isPostgres(db) ? db.withPlugin(postgresWords) : db,
    provider: { getMigrations: async () => MIGRATIONS },
  }).migrateToLatest();
  if (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** For reading alone, also while a server works on it. */
export const openToRead = (place: { file: string } | { postgres: string }): Db =>
  'file' in place ? readSqlite(place.file) : readPostgres(place.postgres);

/**
 * Closes it, a file with everything in the one file. Where that cannot be, on a full disk, the rest stays in the log
 * beside it, from which the next start goes on: returns the cause.
 */
export async function closeDatabase(db: Db): Promise<unknown> {
  try {
    if (!isPostgres(db)) await emptyLog(db);
    return null;
  } catch (cause) {
    return cause;
  } finally {
    await db.destroy();
  }
}
