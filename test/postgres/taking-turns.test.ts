import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/sql/database.ts';
import { createStorage, type Queries, type Storage } from '../../server/sql/storage.ts';
import type { Db } from '../../server/sql/tables.ts';
import type { Subject } from '../../server/sql/turn.ts';
import { makeTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let db: Db;
let store: Storage;
beforeEach(async () => {
  database = await makeTestDatabase('');
  db = await openDatabase(database.place);
  store = createStorage(db);
  const words = { title: '', occupation: '', level: '', duty_phone: '', complaint_phone: '', components_json: '[]' };
  const answerFile = { answer_file_after_ms: 0, answer_file_within_ms: 0 };
  const candidate = { examination_id: 'e', identity_no: '1', name: 'x', registered_picture_id: null };
  await store.insertExaminations({
    examinations: [{ id: 'e', position: 0, between_sessions: 'locked', ...answerFile, ...words }],
    ...{ sessions: [], papers: [], pictures: [], regions: [], staff: [], markingAssignments: [], qualifications: [] },
    candidates: ['1', '2', '3'].map((id) => ({ id, admission_no: id, ...candidate })),
  });
  for (const id of ['1', '2']) await store.insertAttempt(attempt(id));
});
afterEach(async () => {
  await store.close();
  await database.remove();
});

const attempt = (id: string) => ({
  ...{ id: `a${id}`, candidate_id: id, examination_id: 'e', seed: 's', epoch: 1, key_base64: '', consent_at: null },
  ...{ identity: 'unchecked' as const, identity_failures: 0, stage: null, online: 0, offline_since: null },
  ...{ phone: 'none' as const, phone_lost_since: null, phone_cause: null, violations: 0 },
});

/** A transaction that has begun and goes on until it is let go. */
async function begun(subject: Subject | null, work: (all: Queries) => Promise<unknown> = async () => {}) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let begin = () => {};
  const began = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const held = async (all: Queries) => {
    begin();
    await gate;
    await work(all);
  };
  const done = subject ? store.transactionAbout(subject, held) : store.transaction(held);
  await began;
  return async () => {
    letGo();
    await done;
  };
}

/** As soon as PostgreSQL itself has a transaction wait for another. */
async function somebodyWaits(): Promise<'waits'> {
  const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`.execute(db);
  return (rows[0]?.waiting ?? 0) > 0 ? 'waits' : somebodyWaits();
}

test.each<[string, Subject | null, Subject | null]>([
  ['one attempt', { attemptId: 'a1' }, { attemptId: 'a1' }],
  ['several attempts', { attemptIds: ['a2', 'a1'] }, { attemptIds: ['a1', 'a2'] }],
  ['an attempt and its candidate', { attemptId: 'a1' }, { candidateId: '1' }],
  ['a candidate who has no attempt yet', { candidateId: '3' }, { candidateId: '3' }],
  ['everybody, and one attempt', null, { attemptId: 'a1' }],
  ['one attempt, and everybody', { attemptId: 'a1' }, null],
  ['everybody, twice', null, null],
])('[ANS-2] transactions about %s take turns, and the second sees what the first wrote', async (_, first, second) => {
  const finish = await begun(first, (all) => all.updateAttempt('a1', { violations: 7 }));
  const read = async (all: Queries) => (await all.findAttempt('a1')).violations;
  const waiting = second ? store.transactionAbout(second, read) : store.transaction(read);
  const passed = waiting.then(() => 'passed');
  expect(await Promise.race([passed, somebodyWaits()])).toBe('waits');
  await finish();
  expect(await waiting).toBe(7);
});

test('transactions about two attempts run at the same time', async () => {
  const finish = await begun({ attemptId: 'a1' });
  await store.transactionAbout({ attemptId: 'a2' }, (all) => all.updateAttempt('a2', { violations: 1 }));
  await finish();
  expect((await store.findAttempt('a2')).violations).toBe(1);
});
