import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEvidenceKeys } from '../../../server/disk/evidence-keys.ts';
import { storedBytes } from '../../../server/disk/sealed-file.ts';
import { docx, pdf } from '../../../server/submitted-files/files.fixture.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import { TestServer } from './harness.ts';
import { enter, pairPhone, type SignedIn, signIn, staff } from './people.ts';
import { refusalOf, sha256, uploadsTo } from './resumable.ts';
import { LIMITS, MARKERS, ORGANISER } from './sample.ts';

/** What every virus scanner takes for a virus, in two parts so that none takes this file for one. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

// Each starts programs and threads of its own: a slow machine takes its time over them.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const PATIENT = { timeout: 30_000 };

let server: TestServer;
let candidate: SignedIn;
beforeEach(async () => {
  server = await TestServer.start();
  candidate = await signIn(server, 'wang');
});
afterEach(() => server.end());

const { upload, beginUpload } = uploadsTo(() => server, rawPaths.thesis);
const described = (bytes: Buffer, changes: object = {}) => ({
  ...{ submissionId: 'thesis-1', sessionId: 'review', fileName: '王一的论文.pdf' },
  ...{ sha256: sha256(bytes), ...changes },
});
const send = (bytes: Buffer, changes: object = {}, token = candidate.token) =>
  upload(bytes, token, described(bytes, changes)).done;
const refused = (bytes: Buffer, changes: object = {}, token?: string) =>
  send(bytes, changes, token).then(() => 'accepted', refusalOf);
const state = () => server.http(candidate.token)('thesis', {}, { sessionId: 'review' });
const stored = async () =>
  (await readdir(join(server.directory, 'data', 'theses'))).filter((name) => name !== 'incoming');
const incoming = () => readdir(join(server.directory, 'data', 'theses', 'incoming'));
async function deadline(): Promise<number> {
  const review = server.db.selectFrom('session').select('ends_at').where('id', '=', 'review');
  return (await review.executeTakeFirstOrThrow()).ends_at;
}
/** A PDF of this many bytes: what follows its end is no part of it. */
const longPdf = (bytes: number) => Buffer.concat([pdf(6), Buffer.alloc(bytes - pdf(6).length, ' ')]);

/** A scanner as a program of its own, which may be made to crash. */
async function withScanner(): Promise<{ crash(crashes: boolean): Promise<void> }> {
  const program = join(server.directory, 'scanner.mjs');
  const crash = (crashes: boolean) =>
    writeFile(
      program,
      crashes
        ? 'process.exit(2)'
        : `import { readFileSync } from 'node:fs';
           process.exit(readFileSync(process.argv[2], 'latin1').includes('EICAR-STANDARD-ANTIVIRUS') ? 1 : 0);`,
    );
  await crash(false);
  await server.down();
  server.scanCommand = [process.execPath, program, '{file}'];
  await server.up();
  return { crash };
}

describe('[SUB-1] a thesis', () => {
  test('is asked for with its limits, needs neither consent nor face, and is received with a receipt', async () => {
    expect(await state()).toMatchObject({
      limits: LIMITS,
      submissions: [],
      requirements: [{ kind: 'text', text: '?' }],
    });
    const bytes = pdf(6);
    await send(bytes);
    const { submissions } = await state();
    expect(submissions).toMatchObject([
      {
        ...{ id: 'thesis-1', fileName: '王一的论文.pdf', format: 'pdf', bytes: bytes.length, sha256: sha256(bytes) },
        ...{ pages: 6, scan: 'not_scanned', counts: true },
        receiptNo: expect.stringMatching(/^YK-\d{8}-\w{6}$/),
      },
    ]);
    const kept = join(server.directory, 'data', 'theses', 'thesis-1.pdf');
    expect(await storedBytes(kept, await readEvidenceKeys(server.keyFile))).toEqual(bytes);
    expect((await readFile(kept)).includes('%PDF')).toBe(false);
    expect((await stat(kept)).mode & 0o777).toBe(0o600);
    expect(await incoming()).toEqual([]);
  });

  test('goes on where it was cut, also after the server was started again', async () => {
    const bytes = longPdf(900_000);
    const path = await beginUpload(bytes, candidate.token, described(bytes), 300_000);
    expect((await state()).submissions).toEqual([]);
    await server.down();
    await server.up();
    const headers = { authorization: `Bearer ${candidate.token}`, 'tus-resumable': '1.0.0' };
    const head = await server.fetch(server.origin + path, { method: 'HEAD', headers });
    expect(head.headers.get('upload-offset')).toBe('300000');
    const sent: number[] = [];
    const options = { uploadUrl: server.origin + path, onProgress: (count: number) => sent.push(count) };
    await upload(bytes, candidate.token, described(bytes), options).done;
    expect(Math.min(...sent)).toBeGreaterThanOrEqual(300_000);
    expect((await state()).submissions).toMatchObject([{ sha256: sha256(bytes), counts: true }]);
  });

  test('may be replaced until the deadline: the later one counts, the earlier one and its receipt stay', async () => {
    await send(pdf(6));
    await send(await docx(12), { submissionId: 'thesis-2', fileName: '第二稿.DOCX' });
    await send(await docx(null), { submissionId: 'thesis-3', fileName: '第三稿.docx' });
    const { submissions } = await state();
    expect(submissions.map(({ id, pages, counts }) => [id, pages, counts])).toEqual([
      ['thesis-3', null, true],
      ['thesis-2', 12, false],
      ['thesis-1', 6, false],
    ]);
    expect(new Set(submissions.map(({ receiptNo }) => receiptNo)).size).toBe(3);
    expect((await stored()).sort()).toEqual(['thesis-1.pdf', 'thesis-2.docx', 'thesis-3.docx']);
  });

  test('that is sent twice under one id is kept once', async () => {
    await send(pdf(6));
    await send(pdf(6));
    expect(await refused(pdf(7))).toMatchObject({ status: 460, reason: 'hash_mismatch' });
    expect((await state()).submissions).toMatchObject([{ sha256: sha256(pdf(6)) }]);
  });

  test('is refused with the reason when it is not what was asked, and nothing of it stays', async () => {
    expect(await refused(pdf(6), { sha256: 'a'.repeat(64) })).toMatchObject({ status: 460, reason: 'hash_mismatch' });
    expect(await refused(longPdf(1_000_001))).toMatchObject({
      status: 413,
      reason: 'file_too_large',
      params: { maxBytes: 1_000_000 },
    });
    expect(await refused(pdf(31))).toMatchObject({ reason: 'file_too_many_pages', params: { pages: 31, limit: 30 } });
    expect(await refused(pdf(4))).toMatchObject({ reason: 'file_too_few_pages', params: { pages: 4, limit: 5 } });
    expect(await refused(pdf(6, { user: 'x', owner: 'y' }))).toMatchObject({ reason: 'file_encrypted' });
    expect(await refused(Buffer.from('not a PDF'))).toMatchObject({ status: 415, reason: 'file_format' });
    expect(await refused(pdf(6), { fileName: 'a.doc' })).toMatchObject({ status: 415, reason: 'file_format' });
    const word = { fileName: 'a.docx' };
    expect(await refused(await docx(6, { 'word/vbaProject.bin': 'x' }), word)).toMatchObject({ reason: 'file_macros' });
    const bomb = await docx(6, { 'word/media/a.bmp': Buffer.alloc(70 * 1024 * 1024) });
    expect(await refused(bomb, word)).toMatchObject({ reason: 'file_broken' });
    expect(await refused(pdf(6), { submissionId: '../../x' })).toMatchObject({ status: 400, reason: 'bad_request' });
    expect(await refused(pdf(6), { sessionId: 'theory' })).toMatchObject({ status: 404 });
    expect((await state()).submissions).toEqual([]);
    expect([await stored(), await incoming()]).toEqual([[], []]);
  });

  test('[TIME-1] is refused from the end second on, also one that was under way, and shown read-only after it', async () => {
    const bytes = longPdf(900_000);
    await send(pdf(6), { submissionId: 'in-time' });
    const path = await beginUpload(bytes, candidate.token, described(bytes), 300_000);
    const endsAt = await deadline();
    server.ahead = endsAt - Date.now();
    const late = { status: 410, reason: 'submission_closed', params: { at: endsAt } };
    expect(await refused(pdf(6))).toMatchObject(late);
    const goOn = upload(bytes, candidate.token, described(bytes), { uploadUrl: server.origin + path });
    // The client cannot read why: a HEAD has no body. It would begin anew, and that is refused with the reason.
    expect((await goOn.done.catch(refusalOf)) as object).toMatchObject({ reason: 'submission_closed' });
    expect((await state()).submissions).toMatchObject([{ id: 'in-time', counts: true }]);
    // Signing in is still possible, to read the receipt again.
    expect((await signIn(server, 'wang')).attemptId).toBe(candidate.attemptId);
  });

  test('[TIME-1] whose last bytes come at the end second is refused, although it was let in before', async () => {
    const bytes = longPdf(900_000);
    const path = await beginUpload(bytes, candidate.token, described(bytes), 300_000);
    const patch = request(server.origin + path, {
      method: 'PATCH',
      ca: server.ca,
      headers: {
        ...{ authorization: `Bearer ${candidate.token}`, 'tus-resumable': '1.0.0', 'upload-offset': '300000' },
        ...{ 'content-type': 'application/offset+octet-stream', 'content-length': 600_000 },
      },
    });
    const answered = once(patch, 'response');
    const size = () => stat(join(server.directory, 'data', 'theses', 'incoming', path.split('/').at(-1) ?? ''));
    patch.write(bytes.subarray(300_000, 800_000));
    await expect.poll(async () => (await size()).size, PATIENT).toBeGreaterThan(300_000);
    server.ahead = (await deadline()) - Date.now();
    patch.end(bytes.subarray(800_000));
    const [response] = await answered;
    const said = (await response.toArray()).join('');
    expect([response.statusCode, JSON.parse(said)]).toMatchObject([410, { reason: 'submission_closed' }]);
    expect([(await state()).submissions, await stored(), await incoming()]).toEqual([[], [], []]);
  });

  test('[SEC-1] belongs to its candidate: no other candidate, phone or proctor sends or reads it', async () => {
    const li = await enter(server, 'li');
    const phone = await pairPhone(server, li);
    const proctor = await staff(server);
    const bytes = longPdf(900_000);
    const path = await beginUpload(bytes, candidate.token, described(bytes), 300_000);
    for (const token of [li.token, phone, proctor.token]) {
      for (const method of ['HEAD', 'PATCH']) {
        const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', 'upload-offset': '300000' };
        const type = { 'content-type': 'application/offset+octet-stream' };
        const stolen = await server.fetch(server.origin + path, { method, headers: { ...headers, ...type } });
        expect([method, stolen.status]).toEqual([method, 403]);
      }
    }
    for (const token of [phone, proctor.token]) expect(await refused(pdf(6), {}, token)).toMatchObject({ status: 403 });
    expect(await refused(pdf(6), {}, 'nobody')).toMatchObject({ status: 401 });
    await send(pdf(6), { submissionId: 'mine' });
    expect((await li.call('thesis', {}, { sessionId: 'review' })).submissions).toEqual([]);
  });
});

describe('[SUB-1] staff', () => {
  const content = (token: string, id = 'thesis-1') =>
    server.fetch(server.origin + rawPaths.thesisContent + id, { headers: { authorization: `Bearer ${token}` } });

  test('read the file without the candidate’s name: an organiser and a marker, no proctor and no candidate', async () => {
    await send(pdf(6));
    const marker = await staff(server, MARKERS[0]);
    const organiser = await staff(server, ORGANISER);
    for (const { token } of [marker, organiser]) {
      const answer = await content(token);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="thesis-thesis-1.pdf"');
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf(6));
    }
    for (const token of [(await staff(server)).token, candidate.token]) expect((await content(token)).status).toBe(403);
    expect((await content(organiser.token, 'other')).status).toBe(404);
    const { theses } = await organiser.call('sessionTheses', {}, { sessionId: 'review' });
    expect(theses).toMatchObject([{ id: 'thesis-1', candidateName: '王一', admissionNo: 'T1', counts: true }]);
    await expect(marker.call('sessionTheses', {}, { sessionId: 'review' })).rejects.toMatchObject({
      reason: 'not_allowed',
    });
  });

  test('see that a file was scanned, and never get an infected one, which is told to its candidate', async () => {
    await withScanner();
    await send(pdf(6));
    const infected = Buffer.concat([pdf(6), Buffer.from(EICAR)]);
    expect(await refused(infected, { submissionId: 'bad' })).toMatchObject({ reason: 'file_infected' });
    expect((await state()).submissions).toMatchObject([{ id: 'thesis-1', scan: 'clean', counts: true }]);
    expect([await stored(), await incoming()]).toEqual([['thesis-1.pdf'], []]);
    const { events } = await (await staff(server)).call('attemptEvents', {}, { attemptId: candidate.attemptId });
    const kinds = events.map(({ kind, detail }) => (kind.startsWith('thesis') ? [kind, detail.reason] : []));
    expect(kinds.filter((kind) => kind.length > 0)).toEqual([
      ['thesis_received', undefined],
      ['thesis_refused', 'file_infected'],
    ]);
  });

  test('get no file that the scanner could not look at: it waits with its receipt, and counts or goes once it can', async () => {
    const scanner = await withScanner();
    const { token } = await staff(server, ORGANISER);
    await send(pdf(6), { submissionId: 'scanned' });
    await scanner.crash(true);
    await send(pdf(7), { submissionId: 'clean-later' });
    await send(Buffer.concat([pdf(6), Buffer.from(EICAR)]), { submissionId: 'infected-later' });
    const before = (await state()).submissions;
    expect(before.map(({ id, scan, counts }) => [id, scan, counts])).toEqual([
      ['infected-later', 'pending', false],
      ['clean-later', 'pending', false],
      ['scanned', 'clean', true],
    ]);
    expect((await content(token, 'clean-later')).status).toBe(404);
    await scanner.crash(false);
    await server.down();
    await server.up();
    await expect
      .poll(async () => (await state()).submissions.map(({ id, scan, counts }) => [id, scan, counts]), PATIENT)
      .toEqual([
        ['infected-later', 'infected', false],
        ['clean-later', 'clean', true],
        ['scanned', 'clean', false],
      ]);
    expect((await content(token, 'clean-later')).status).toBe(200);
    expect((await content(token, 'infected-later')).status).toBe(404);
    await expect.poll(async () => (await stored()).sort(), PATIENT).toEqual(['clean-later.pdf', 'scanned.pdf']);
    const after = (await state()).submissions;
    expect(after.map(({ receiptNo, receivedAt }) => [receiptNo, receivedAt])).toEqual(
      before.map(({ receiptNo, receivedAt }) => [receiptNo, receivedAt]),
    );
  });
});
