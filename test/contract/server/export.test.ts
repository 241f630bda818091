import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyExport } from '../../../server/export/export-manifest.ts';
import { makeExport } from '../../../server/export/make-export.ts';
import { TestServer } from './harness.ts';
import { sitTheory, staff } from './people.ts';
import { CHIEF, JPEG, REVIEWERS } from './sample.ts';

let server: TestServer;
let attemptId: string;
let reportedAt: number;
const LEFT = { verdict: 'sustained', ground: 'r5.left_seat', text: '<b>离座</b>' } as const;
const clip = Buffer.from('a recording that plays by itself');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function store(id: string, startedAt: number, mime: string, bytes: Buffer): Promise<void> {
  const path = join(attemptId, 'rear', `${id}.${mime.startsWith('image/') ? 'jpg' : 'webm'}`);
  const file = join(server.directory, 'data', 'evidence', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  await server.db
    .insertInto('segment')
    .values({
      ...{ id, attempt_id: attemptId, camera: 'rear', started_at: startedAt, duration_ms: 10_000 },
      ...{ bytes: bytes.length, mime, sha256: sha256(bytes), path, stored_at: startedAt },
    })
    .execute();
}

beforeAll(async () => {
  server = await TestServer.start();
  ({ attemptId } = await sitTheory(server));
  const [proctor, reviewer, chief] = await Promise.all([
    staff(server),
    staff(server, REVIEWERS[0]),
    staff(server, CHIEF),
  ]);
  reportedAt = server.now();
  await store('during', reportedAt - 5_000, 'video/webm', clip);
  await store('still', reportedAt, 'image/jpeg', JPEG);
  await store('long-before', reportedAt - 600_000, 'video/webm', clip);
  const report = { sessionId: 'theory', kind: 'no_face' as const, from: reportedAt, until: reportedAt, findings: [] };
  const { caseId } = await proctor.call('reportCase', { report, text: '离座' }, { attemptId });
  await reviewer.call('judgeCase', LEFT, { caseId });
  await chief.call('decideCase', LEFT, { caseId });
}, 60_000);
afterAll(() => server.end());

const place = () => ('postgres' in server.place ? server.place.postgres : null);
const exportTo = (name: string) =>
  makeExport({ data: join(server.directory, 'data'), to: join(server.directory, name), postgres: place() });

test('[EVI-2] holds candidate, kind, time, pictures and clips, and verifies by itself', async () => {
  const done = await exportTo('handed-over');
  expect(done).toMatchObject({ cases: 1, clips: 1, pictures: 1, wrong: [] });
  const to = join(server.directory, 'handed-over');
  const { faults, manifestSha256 } = await verifyExport(to);
  expect([faults, manifestSha256]).toEqual([[], done.manifestSha256]);
  const page = await readFile(join(to, 'report.html'), 'utf8');
  expect(page).toContain('王一');
  expect(page).toContain('认定违纪');
  // What somebody wrote is text and never markup.
  expect(page).toContain('&lt;b&gt;离座&lt;/b&gt;');
  expect(page).not.toMatch(/<script|https?:/);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(to, 'list.xlsx'));
  expect(JSON.stringify(workbook.worksheets[0]?.getRow(2).values)).toContain('第5条 逃避监考：离座');
  const [, path = ''] = /<video src="([^"]+)"/.exec(page) ?? [];
  expect(await readFile(join(to, path))).toEqual(clip);
});

test('a file that was altered, removed or put in shows, and so does a step that was changed', async () => {
  await exportTo('tampered');
  const to = join(server.directory, 'tampered');
  await appendFile(join(to, 'list.xlsx'), ' ');
  await rm(join(to, 'report.html'));
  await writeFile(join(to, 'put-in.txt'), '');
  const chains = await readFile(join(to, 'cases.json'), 'utf8');
  await writeFile(join(to, 'cases.json'), chains.replace('r5.left_seat', 'r9.ate'));
  expect((await verifyExport(to)).faults).toEqual([
    'altered: cases.json',
    'altered: list.xlsx',
    'missing: report.html',
    'not listed: put-in.txt',
    `the steps of ${attemptId} do not verify from step 2 on`,
  ]);
});

test('a recording that is gone or not what came is told, and the rest is exported', async () => {
  await store('lost', reportedAt + 1_000, 'video/webm', clip);
  await rm(join(server.directory, 'data', 'evidence', attemptId, 'rear', 'lost.webm'));
  await store('other', reportedAt + 2_000, 'video/webm', clip);
  await appendFile(join(server.directory, 'data', 'evidence', attemptId, 'rear', 'other.webm'), '!');
  const { wrong, clips } = await exportTo('incomplete');
  expect(wrong.map((fault) => fault.replace(/^.*\//, ''))).toEqual([
    'lost.webm is missing',
    'other.webm is not what was received',
  ]);
  expect(clips).toBe(2);
  await expect(exportTo('incomplete')).rejects.toThrow('is not empty');
});
