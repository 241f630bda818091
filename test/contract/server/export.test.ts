import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyExport } from '../../../server/export/export-manifest.ts';
import { makeExport } from '../../../server/export/make-export.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import { manifestHash } from '../../../shared/domain/evidence-manifest.ts';
import { madeRecording } from '../../fakes/made-recording.ts';
import { TestServer } from './harness.ts';
import { pairPhone, sitTheory, staff } from './people.ts';
import { sha256, uploadsTo } from './resumable.ts';
import { CHIEF, JPEG, ORGANISER, REVIEWERS } from './sample.ts';

let server: TestServer;
let attemptId: string;
let reportedAt: number;
const LEFT = { verdict: 'sustained', ground: 'r5.left_seat', text: '<b>离座</b>' } as const;
const clip = Buffer.from('a recording that plays by itself');
const { upload } = uploadsTo(() => server, rawPaths.evidence);
let phoneToken: string;

/** Brings it in as the phone does. */
async function store(segmentId: string, startedAt: number, mime: string, bytes: Buffer): Promise<void> {
  const times = { startedAt: String(startedAt), durationMs: '10000' };
  await upload(bytes, phoneToken, { segmentId, camera: 'rear', mime, sha256: sha256(bytes), ...times }).done;
}

beforeAll(async () => {
  server = await TestServer.start();
  const candidate = await sitTheory(server);
  attemptId = candidate.attemptId;
  phoneToken = await pairPhone(server, candidate);
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
const exportTo = (name: string, also: readonly string[] = []) =>
  makeExport({
    ...{ data: join(server.directory, 'data'), to: join(server.directory, name), postgres: place(), also },
    ...{ evidenceKey: server.keyFile, store: null },
  });

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

test('[EVI-3] lists all that was recorded of a candidate and all that was not, with hashes that the ledgers know', async () => {
  await exportTo('listed');
  const list = JSON.parse(await readFile(join(server.directory, 'listed', 'T1', 'evidence.json'), 'utf8'));
  const [, rear] = list.manifest.cameras;
  expect(rear.segments.map(({ id, kind, sha256: hash }: Record<string, string>) => [id, kind, hash])).toEqual([
    ['long-before', 'recording', sha256(clip)],
    ['during', 'recording', sha256(clip)],
    ['still', 'still', sha256(JPEG)],
  ]);
  expect(list.sha256).toBe(await manifestHash(list.manifest));
  server.ahead += 60_000;
  const reviewer = await staff(server, REVIEWERS[0]);
  const served = await reviewer.call('evidenceManifest', {}, { attemptId });
  expect(served.sha256).toBe(await manifestHash(served.manifest));
  const [front, sameRear] = served.manifest.cameras;
  expect([sameRear?.segments, sameRear?.ledger]).toEqual([rear.segments, rear.ledger]);
  // Nothing of the computer's camera ever came.
  expect([front?.segments, front?.gaps[0]?.cause]).toEqual([[], 'not_connected']);
  const organiser = await staff(server, ORGANISER);
  await expect(organiser.call('evidenceManifest', {}, { attemptId: 'nobody' })).rejects.toMatchObject({
    reason: 'not_found',
  });
});

test('[EVI-3] a recording that was put in beside the ledger, or taken out of the list, shows', async () => {
  await exportTo('forged');
  const file = join(server.directory, 'forged', 'T1', 'evidence.json');
  const list = JSON.parse(await readFile(file, 'utf8'));
  list.manifest.cameras[1].segments.shift();
  list.sha256 = await manifestHash(list.manifest);
  await writeFile(file, JSON.stringify(list));
  expect((await verifyExport(join(server.directory, 'forged'))).faults).toEqual([
    'altered: T1/evidence.json',
    "long-before of T1 is in its camera's ledger and not in the list of the evidence",
  ]);
});

test('[EVI-3] holds what a camera recorded as one file, whose every part the list of the evidence knows', async () => {
  const other = await sitTheory(server, 'li');
  const otherPhone = await pairPhone(server, other);
  const bring = async (segmentId: string, startedAt: number, bytes: Buffer) => {
    const times = { startedAt: String(startedAt), durationMs: '1000' };
    const meta = { segmentId, camera: 'rear', mime: 'video/webm', sha256: sha256(bytes), ...times };
    await upload(bytes, otherPhone, meta).done;
  };
  await bring('first', reportedAt, await madeRecording({ name: 'first', pictures: 10 }));
  await bring('second', reportedAt + 1_000, await madeRecording({ name: 'second', pictures: 10 }));
  await bring('broken-off', reportedAt + 2_000, Buffer.from('nothing to be shown'));
  expect(await exportTo('whole', ['T2'])).toMatchObject({ cases: 1, recordings: 1, wrong: [] });
  const to = join(server.directory, 'whole');
  expect((await verifyExport(to)).faults).toEqual([]);
  const list = JSON.parse(await readFile(join(to, 'T2', 'recordings.json'), 'utf8'));
  expect(list.files).toMatchObject([{ path: 'T2/recording-rear-1.webm', parts: [{ id: 'first' }, { id: 'second' }] }]);
  expect(list.leftOut).toEqual([{ id: 'broken-off', camera: 'rear', why: 'unreadable' }]);
  expect(await readFile(join(to, 'report.html'), 'utf8')).toContain('T2/recording-rear-1.webm');

  list.files[0].parts[0].id = 'put-in';
  await writeFile(join(to, 'T2', 'recordings.json'), JSON.stringify(list));
  await appendFile(join(to, 'T2', 'recording-rear-1.webm'), '!');
  expect((await verifyExport(to)).faults).toEqual([
    'altered: T2/recording-rear-1.webm',
    'altered: T2/recordings.json',
    'put-in is in T2/recording-rear-1.webm and not in the list of the evidence',
    'first is in the list of the evidence and in no recording of T2/recordings.json',
  ]);
  await expect(exportTo('unknown', ['T99'])).rejects.toThrow('T99');
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
  expect(clips).toBe(1);
  await expect(exportTo('incomplete')).rejects.toThrow('is not empty');
});
