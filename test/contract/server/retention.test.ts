import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesNamed } from '../../../server/sql/snapshot.ts';
import { type RouteReply, rawPaths } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { TestServer } from './harness.ts';
import { chain, choose, picture, type SignedIn, signIn, sitTheory, staff } from './people.ts';
import { sha256, uploadsTo } from './resumable.ts';
import { CHIEF, ORGANISER, PROCTOR, REVIEWERS } from './sample.ts';

const recording = Buffer.from('a recording that plays by itself');
let server: TestServer;
let wang: SignedIn;
let li: SignedIn;
let caseId: string;
/** Their recordings. */
const files = { wang: '', li: '' };

/** Staff sign in anew: a sign-in lives twelve hours. */
const call = async (account: typeof PROCTOR): Promise<HttpClient> => (await staff(server, account)).call;
const overview = async (): Promise<RouteReply<'retention'>> => (await call(ORGANISER))('retention', {});
const LEFT = { verdict: 'sustained', ground: 'r5.left_seat', text: '离座' } as const;

/** A start looks at once and waits for nothing: until the log has so many lines. */
async function startAgain(links: number): Promise<RouteReply<'retention'>> {
  await server.down();
  await server.up();
  const written = async () => (await server.db.selectFrom('deletion').select('seq').execute()).length;
  await expect.poll(written, { timeout: 20_000 }).toBe(links);
  return overview();
}

const { upload } = uploadsTo(() => server, rawPaths.evidence);
/** Brings a recording in as the exam window does. Returns its file. */
async function record({ attemptId, token }: SignedIn, segmentId: string): Promise<string> {
  const times = { startedAt: String(server.now() - 10_000), durationMs: '10000' };
  const what = { segmentId, camera: 'front', mime: 'video/webm', sha256: sha256(recording), ...times };
  await upload(recording, token, what).done;
  return join(server.directory, 'data', 'evidence', attemptId, 'front', `${segmentId}.webm`);
}
const pictureFile = (id: string) => join(server.directory, 'data', 'pictures', `${id}.jpg`);
const picturesOf = async (attemptId: string) =>
  (await server.db.selectFrom('picture').select('id').where('attempt_id', '=', attemptId).execute()).map(
    ({ id }) => id,
  );

beforeAll(async () => {
  server = await TestServer.start();
  wang = await sitTheory(server);
  li = await sitTheory(server, 'li');
  const { request } = await server.connect('/candidate', wang.token);
  const entries = await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() });
  await request('entries.append', { epoch: 1, entries });
  await wang.call('handIn', { sessionId: 'theory', epoch: 1, lastSeq: 1, responsesHash: 'a'.repeat(64) });
  for (const { attemptId } of [wang, li]) {
    await (await call(PROCTOR))('snapshot', { front: picture, rear: null }, { attemptId });
  }
  files.wang = await record(wang, 'of-wang');
  files.li = await record(li, 'of-li');
  const now = server.now();
  const report = { sessionId: 'theory', kind: 'no_face' as const, from: now, until: now, findings: [] };
  ({ caseId } = await (await call(PROCTOR))('reportCase', { report, text: '离座' }, { attemptId: li.attemptId }));
}, 60_000);
afterAll(() => server.end());

test('[RET-1] until the last day everything stays', async () => {
  const { examinations, log } = await overview();
  expect(examinations[0]).toMatchObject({ retentionDays: 180, kept: 2, held: [], deleted: 0 });
  expect(log).toMatchObject({ links: 0, intact: true });
  const { keptUntil } = examinations[0] as { keptUntil: number };
  server.ahead += keptUntil - server.now() - 60_000;
  const before = await startAgain(0);
  expect(before.examinations[0]).toMatchObject({ kept: 2, deleted: 0 });
});

test('[RET-1] then recordings, pictures and registered photos go, and the verdict, the receipt and the answers stay', async () => {
  const pictures = await picturesOf(wang.attemptId);
  const { registered_picture_id: photo } = await server.db
    .selectFrom('candidate')
    .select('registered_picture_id')
    .where('admission_no', '=', 'T1')
    .executeTakeFirstOrThrow();
  // Beside the recording: the picture of the identity check, the snapshot, and the photo.
  const gone = [files.wang, ...[...pictures, photo ?? ''].map(pictureFile)];
  expect(gone.map((file) => existsSync(file))).toEqual([true, true, true, true]);
  // What of a file may remain on a disk after its name is gone.
  const remains = gone.map((_, index) => join(server.directory, `remains-${index}`));
  for (const [index, file] of gone.entries()) await link(file, remains[index] ?? '');
  server.ahead += 2 * 60_000;
  const seen = await startAgain(2);
  expect(gone.map((file) => existsSync(file))).toEqual([false, false, false, false]);
  // [EVI-4] Its key is not.
  for (const file of remains) expect((await readFile(file)).subarray(0, 76).equals(Buffer.alloc(76))).toBe(true);
  expect(seen.log.latest.map(({ step, name }) => [step.kind, name])).toEqual([
    ['done', '王一'],
    ['begun', '王一'],
  ]);
  expect(seen.log.latest[1]?.step).toMatchObject({ recordings: 1, stills: 0, pictures: 3, bytes: recording.length });
  const reader = await call(PROCTOR);
  expect((await reader('segments', {}, { attemptId: wang.attemptId })).segments).toEqual([]);
  const reviewer = await call(REVIEWERS[0] as typeof PROCTOR);
  const { deletedAt } = await reviewer('attemptActivity', {}, { attemptId: wang.attemptId });
  expect(deletedAt).toBe(seen.log.latest[0]?.at);
  expect((await reviewer('attemptActivity', {}, { attemptId: li.attemptId })).deletedAt).toBe(null);
  expect((await reader('identityChecks', {}, { attemptId: wang.attemptId })).checks).toHaveLength(1);
  const again = await signIn(server, 'wang', 'computer-1', true);
  expect(again.reply.candidate.hasPhoto).toBe(false);
  expect(again.reply.attempt.receipts).toHaveLength(1);
  expect((await again.call('answers', {})).state.responses).toHaveProperty('t1');
  const { status } = await server.fetch(`${server.origin}${rawPaths.picture}${pictures[0]}`, {
    headers: { authorization: `Bearer ${(await staff(server)).token}` },
  });
  expect(status).toBe(404);
});

test('[RET-1] whose case is open is held, by name, until somebody closed it', async () => {
  const held = await overview();
  expect(held.examinations[0]).toMatchObject({ kept: 1, held: [{ name: '李二', admissionNo: 'T2' }] });
  expect(existsSync(files.li)).toBe(true);
  await (await call(REVIEWERS[0] as typeof PROCTOR))('judgeCase', LEFT, { caseId });
  await (await call(CHIEF))('decideCase', LEFT, { caseId });
  const after = await startAgain(4);
  expect(after.examinations[0]).toMatchObject({ kept: 0, held: [] });
  expect(existsSync(files.li)).toBe(false);
  const { cases } = await (await call(REVIEWERS[0] as typeof PROCTOR))('cases', {});
  expect(cases[0]?.standing).toMatchObject({ state: 'closed', verdict: 'sustained' });
});

test('[RET-1] what arrives later goes too, and a deletion that broke off is brought to its end', async () => {
  const again = await signIn(server, 'wang', 'computer-1', true);
  const late = await record(again, 'late');
  expect((await startAgain(6)).log.intact).toBe(true);
  expect(existsSync(late)).toBe(false);

  // Where the file was there is something that is not removed as one.
  const stuck = await record(again, 'stuck');
  await rm(stuck);
  await mkdir(stuck);
  const broken = await startAgain(7);
  expect([broken.log.latest[0]?.step.kind, broken.examinations[0]?.kept]).toEqual(['begun', 1]);
  const report = { sessionId: 'theory', kind: 'no_face' as const, from: 0, until: 0, findings: [] };
  await (await call(PROCTOR))('reportCase', { report, text: '离座' }, { attemptId: wang.attemptId });
  await rm(stuck, { recursive: true });
  const mended = await startAgain(8);
  expect(mended.log.intact).toBe(true);
  expect(mended.log.latest.slice(0, 2).map(({ step }) => step.kind)).toEqual(['done', 'begun']);
  expect(mended.examinations[0]).toMatchObject({ kept: 0, held: [] });
});

test('[RET-2] the log is neither changed nor shortened', async () => {
  await expect(server.db.updateTable('deletion').set({ at: 1 }).execute()).rejects.toThrow(/never changed/);
  await expect(server.db.deleteFrom('deletion').execute()).rejects.toThrow(/never changed/);
});

test('[RET-1] no row speaks of a file that was deleted, so that a backup misses none', async () => {
  const named = await filesNamed(server.db);
  expect(named.filter((file) => !existsSync(join(server.directory, 'data', file)))).toEqual([]);
});
