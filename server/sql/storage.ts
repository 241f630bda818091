import * as answers from './answers.ts';
import { ask } from './ask.ts';
import * as assignments from './assignments.ts';
import * as attempts from './attempts.ts';
import * as cameraFacts from './camera-facts.ts';
import * as cases from './cases.ts';
import * as centreKeys from './centre-keys.ts';
import { closeDatabase } from './database.ts';
import * as entries from './entries.ts';
import * as events from './events.ts';
import * as examination from './examination.ts';
import * as help from './help.ts';
import * as identity from './identity.ts';
import * as marking from './marking.ts';
import * as publications from './publications.ts';
import * as qualifications from './qualifications.ts';
import * as receipts from './receipts.ts';
import * as reports from './reports.ts';
import * as restoration from './restoration.ts';
import * as results from './results.ts';
import * as retention from './retention.ts';
import * as roster from './roster.ts';
import * as segments from './segments.ts';
import * as staff from './staff.ts';
import type { Db } from './tables.ts';
import * as theses from './theses.ts';
import * as timetable from './timetable.ts';
import * as tokens from './tokens.ts';
import { type Subject, takeTurn } from './turn.ts';
import * as violationRules from './violation-rules.ts';
import * as wall from './wall.ts';

const QUERIES = {
  ...answers,
  ask,
  ...assignments,
  ...attempts,
  ...cameraFacts,
  ...cases,
  ...centreKeys,
  ...entries,
  ...events,
  ...examination,
  ...violationRules,
  ...help,
  ...identity,
  ...marking,
  ...publications,
  ...qualifications,
  ...receipts,
  ...reports,
  ...restoration,
  ...retention,
  ...roster,
  ...results,
  ...segments,
  ...staff,
  ...theses,
  ...timetable,
  ...tokens,
  ...wall,
};

type Bound<Query> = Query extends (db: Db, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;

/** Every query there is, on one database or inside one transaction. */
export type Queries = { [Name in keyof typeof QUERIES]: Bound<(typeof QUERIES)[Name]> };

/** The storage the services are given: they know what can be asked, not what answers. */
export interface Storage extends Queries {
  /**
   * All of `work` or none of it, as one commit that is durable when the promise resolves. No other transaction runs
   * meanwhile.
   */
  transaction<Result>(work: (all: Queries) => Promise<Result>): Promise<Result>;
  /** As `transaction`, but those about others may run at the same time where the engine can. */
  transactionAbout<Result>(subject: Subject, work: (all: Queries) => Promise<Result>): Promise<Result>;
  /** Returns the cause when not everything could be moved into the one file; see `closeDatabase`. */
  close(): Promise<unknown>;
}

const bind = (db: Db): Queries =>
  Object.fromEntries(
    Object.entries(QUERIES).map(([name, query]) => [name, (query as (...args: unknown[]) => unknown).bind(null, db)]),
  ) as unknown as Queries;

export function createStorage(db: Db): Storage {
  const transaction = <Result>(subject: Subject | null, work: (all: Queries) => Promise<Result>) =>
    db.transaction().execute(async (all) => {
      await takeTurn(all, subject);
      return work(bind(all));
    });
  return {
    ...bind(db),
    transaction: (work) => transaction(null, work),
    transactionAbout: transaction,
    close: () => closeDatabase(db),
  };
}
