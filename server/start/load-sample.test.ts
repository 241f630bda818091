import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSample } from '../../test/contract/server/sample.ts';
import { ownEvidenceKeys } from '../disk/evidence-keys.ts';
import { openPictureFiles } from '../disk/picture-files.ts';
import { hashPassword } from '../services/passwords.ts';
import { closeDatabase, openDatabase } from '../sql/database.ts';
import { listSessions } from '../sql/examination.ts';
import type { Db } from '../sql/tables.ts';
import type { TimetableOptions } from './command-line.ts';
import { loadSample } from './load-sample.ts';
import { continueTimetable } from './timetable.ts';

const TIMES = {
  calendar: false,
  sessionIn: 60_000,
  duration: 1_200_000,
  break: 300_000,
  entryAfter: null,
  minimumStay: 0,
};
const NOW = 1_800_000_000_000;
let directory: string;
let sample: string;
let db: Db;
const warnings: string[] = [];

beforeEach(async () => {
  warnings.length = 0;
  directory = await mkdtemp(join(tmpdir(), 'yunkao-sample-'));
  sample = join(directory, 'sample');
  await writeSample(sample);
  db = await openDatabase({ file: join(directory, 'yunkao.db') });
});
afterEach(async () => {
  await closeDatabase(db);
  await rm(directory, { recursive: true });
});

const load = async (times: TimetableOptions = TIMES) => {
  const log = {
    info: () => undefined,
    error: () => undefined,
    warn: (_: object, text: string) => void warnings.push(text),
  };
  const pictures = await openPictureFiles(
    join(directory, 'pictures'),
    await ownEvidenceKeys(join(directory, 'the.key'), directory),
  );
  const random = { bytes: randomBytes };
  const hash = (password: string) => hashPassword(password, random);
  const parts = { db, clock: { now: () => NOW }, random, pictures, hashPassword: hash, log };
  await loadSample(parts, sample, times);
};

test('a photo that is no JPEG, or is missing, is named with its candidate, and the examination is loaded all the same', async () => {
  await writeFile(join(sample, 'photos', 'T1.jpg'), 'GIF89a');
  await rm(join(sample, 'photos', 'T2.jpg'));
  await load();
  expect(warnings).toEqual([
    expect.stringMatching(/T1 王一 is not a JPEG/),
    expect.stringMatching(/T2 李二 is missing/),
  ]);
  const rows = await db.selectFrom('candidate').select('registered_picture_id').execute();
  expect(rows).toEqual([
    { registered_picture_id: null },
    { registered_picture_id: null },
    { registered_picture_id: null },
  ]);
});

test('a roster that cannot be right is refused with the place of its fault, and nothing is loaded', async () => {
  const person = {
    examination: 'e',
    admissionNo: 'T1',
    identityNo: '210102199001010008',
    name: 'x',
    photo: '../../etc/passwd',
  };
  await writeFile(join(sample, 'roster.json'), JSON.stringify({ candidates: [person], staff: [] }));
  await expect(load()).rejects.toThrow(/roster\.json.*candidates\.0\.identityNo.*candidates\.0\.photo/);
  expect(await listSessions(db)).toEqual([]);
});

test('[MARK-3] markers are assigned to the examinations and sessions that the roster names, and to nothing unknown', async () => {
  const marker = { login: 'm', name: '阅卷', role: 'marker', password: 'x' };
  const put = (marks: string[]) =>
    writeFile(join(sample, 'roster.json'), JSON.stringify({ candidates: [], staff: [{ ...marker, marks }] }));
  await put(['test', 'elsewhere']);
  await expect(load()).rejects.toThrow(/roster\.json: m marks elsewhere/);
  await put(['skills', 'review', 'skills']);
  await load();
  const rows = await db
    .selectFrom('marking_assignment')
    .select(['session_id', 'assigned', 'by_id'])
    .orderBy('position')
    .execute();
  expect(rows).toEqual(['skills', 'review'].map((session_id) => ({ session_id, assigned: 1, by_id: null })));
});

test('passwords are stored as scrypt with a salt, never as they are', async () => {
  await load();
  const [person] = await db.selectFrom('staff').select('password').execute();
  expect(person?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/);
});

test('[TIME-1] times stay at a restart, and move only when asked or when the day is over, and nobody has begun', async () => {
  await load();
  const starts = async () =>
    (await listSessions(db)).filter(({ mode }) => mode === 'live').map((session) => session.starts_at - NOW);
  expect(await starts()).toEqual([60_000, 1_560_000]);
  const later = NOW + 30_000;
  expect(await continueTimetable(db, later, { ...TIMES, sessionIn: null })).toBe('kept');
  expect(await starts()).toEqual([60_000, 1_560_000]);
  expect(await continueTimetable(db, later, { ...TIMES, sessionIn: 5_000 })).toBe('moved');
  expect(await starts()).toEqual([35_000, 1_535_000]);
  const nextDay = NOW + 86_400_000;
  expect(await continueTimetable(db, nextDay, { ...TIMES, sessionIn: null })).toBe('moved');
  expect(await starts()).toEqual([87_000_000, 88_500_000]);
});

test('[TIME-3] on the dates of the plan a session is at its time in Beijing, with entry and stay as the plan rules', async () => {
  await load({ ...TIMES, calendar: true });
  const [theory] = await listSessions(db);
  const at = (text: string) => Date.parse(`2020-09-27T${text}:00+08:00`);
  expect(theory).toMatchObject({
    entry_from: at('08:00'),
    entry_until: at('09:00'),
    starts_at: at('08:30'),
    hand_in_from: at('08:45'),
    ends_at: at('10:00'),
  });
  expect(await continueTimetable(db, NOW, { ...TIMES, calendar: true })).toBe('kept');
});

test('a rehearsal may have a latest entry and a minimum stay of its own', async () => {
  await load({ ...TIMES, entryAfter: 300_000, minimumStay: 120_000 });
  const [theory] = await listSessions(db);
  expect(theory).toMatchObject({ entry_until: NOW + 360_000, hand_in_from: NOW + 180_000 });
});
