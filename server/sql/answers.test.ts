import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Entry, type EntryBody, GENESIS, isOfItem } from '../../shared/domain/entry.ts';
import { foldEntries } from '../../shared/domain/fold.ts';
import { makeTestDatabase, type TestDatabase } from '../../test/postgres/test-database.ts';
import { foldIntoAnswers, readAnswers } from './answers.ts';
import { insertAttempt } from './attempts.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { insertExaminations } from './examination.ts';
import type { Db } from './tables.ts';

let directory: string;
let database: TestDatabase;
let db: Db;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'yunkao-sql-'));
  database = await makeTestDatabase(join(directory, 'yunkao.db'));
  db = await openDatabase(database.place);
  const candidate = {
    id: 'c',
    examination_id: 'e',
    admission_no: '1',
    identity_no: '1',
    name: 'x',
    registered_picture_id: null,
  };
  const examination = {
    ...{ id: 'e', position: 0, title: '', occupation: '', level: '', duty_phone: '', complaint_phone: '' },
    ...{ between_sessions: 'locked' as const, components_json: '[]' },
    ...{ answer_file_after_ms: 600_000, answer_file_within_ms: 86_400_000 },
  };
  await insertExaminations(db, {
    regions: [],
    examinations: [examination],
    sessions: [],
    papers: [],
    pictures: [],
    candidates: [candidate],
    staff: [],
    markingAssignments: [],
    qualifications: [],
  });
  await insertAttempt(db, {
    id: 'a',
    candidate_id: 'c',
    examination_id: 'e',
    seed: 's',
    epoch: 1,
    key_base64: '',
    consent_at: null,
    identity: 'unchecked',
    identity_failures: 0,
    stage: null,
    online: 0,
    offline_since: null,
    phone: 'none',
    phone_cause: null,
    hand_raised_at: null,
    phone_lost_since: null,
    violations: 0,
  });
});
afterEach(async () => {
  await closeDatabase(db);
  await database.remove();
  rmSync(directory, { recursive: true });
});

/** A small generator with a seed, so that a failure can be repeated. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function someBody(next: (below: number) => number): EntryBody {
  const item = { sessionId: 's', itemId: `i${next(4)}` };
  const kind = next(4);
  if (kind === 0) return { type: 'flag', ...item, flagged: next(2) === 1 };
  if (kind === 1) return { type: 'response', ...item, value: null };
  return { type: 'response', ...item, value: { kind: 'text', text: String(next(1_000)) } };
}

test.each([1, 2, 3, 4, 5])(
  '[ANS-3] the answers equal the fold of the journal in any order of arrival (seed %i)',
  async (seed) => {
    const next = numbers(seed);
    const entries = Array.from({ length: 40 }, (_, index): Entry => {
      const [epoch, seq] = index < 25 ? [1, index + 1] : [2, index - 24];
      return { attemptId: 'a', epoch, seq, at: index * 10, body: someBody(next), prev: GENESIS, hash: GENESIS };
    });
    const arriving = entries.map((entry) => ({ entry, place: next(1_000_000) }));
    const arrived = arriving.sort((left, right) => left.place - right.place).map(({ entry }) => entry);
    while (arrived.length > 0) await foldIntoAnswers(db, arrived.splice(0, 1 + next(5)));
    const { state, touchedAt } = await readAnswers(db, 'a');
    expect(state).toEqual(foldEntries(entries));
    const last = entries.at(-1);
    if (last && isOfItem(last.body)) expect(touchedAt[last.body.type][last.body.itemId]).toBe(last.at);
  },
);
