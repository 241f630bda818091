import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Rows, workbookOf, zipOf } from '../../../server/roster-files/workbook.fixture.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { type BatchView, type FileAnswer, rosterFilePaths } from '../../../shared/contract/roster.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import { shanghaiDate } from '../../../shared/domain/exam-calendar.ts';
import { TestServer } from './harness.ts';
import { partOfSample, SAMPLE, SAMPLE_ORGANISER, SECOND_ORGANISER } from './part-of-sample.ts';

const DAY = 24 * 60 * 60_000;
const [WU, ZHENG] = ['11010519491231002X', '440524188001010014'];
const SCAN = Buffer.from('%PDF-1.7 signed');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

let sample: string;
let server: TestServer;
let call: HttpClient;
/** Decides what the first asks for. */
let second: HttpClient;
let token: string;
let jpeg: Buffer;

beforeAll(async () => {
  sample = await partOfSample('labour-3', 'infant-5', 'infant-4', 'infant-3');
});
afterAll(() => rm(sample, { recursive: true }));
beforeEach(async () => {
  server = await TestServer.start(undefined, undefined, {}, sample);
  await signInOrganiser();
  jpeg = await readFile(join(SAMPLE, 'photos', 'LD20260001.jpg'));
});
afterEach(() => server.end());

async function signInOrganiser(): Promise<void> {
  ({ token } = await server.http()('staffSignIn', SAMPLE_ORGANISER));
  call = server.http(token);
  second = server.http((await server.http()('staffSignIn', SECOND_ORGANISER)).token);
}
/** So many days after the start; a sign-in lasts for one. */
async function later(days: number): Promise<void> {
  server.ahead = days * DAY;
  await signInOrganiser();
}

const day = (days: number) => shanghaiDate(server.now() + days * DAY);
const makeBatch = (regionId: string | null = 'dalian') =>
  call('makeBatch', {
    ...{ institution: '沈阳市职业技能鉴定中心', regionId },
    dates: { reportUntil: day(2), payUntil: day(5), changeUntil: day(9) },
  });

/** Sends a file to one of the paths that take files. */
async function send<Answer>(path: string, batchId: string, bytes: Buffer, query = ''): Promise<Answer> {
  const response = await server.fetch(`${server.origin}${path.replace(':batchId', batchId)}${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const answer = (await response.json()) as Answer;
  if (!response.ok) throw answer;
  return answer;
}
const sendRoster = async (batchId: string, rows: Rows, take = true) =>
  send<FileAnswer>(rosterFilePaths.roster, batchId, await workbookOf(rows), take ? '?take=yes' : '');
const sendScan = (batch: BatchView, scan = SCAN, revision = batch.revision) =>
  send<BatchView>(rosterFilePaths.declaration, batch.id, scan, `?revision=${revision}`);

const ROWS: Rows = {
  applicants: [
    ['吴五', WU, '劳动关系协调员', '三级'],
    ['郑六', ZHENG, '育婴员', '五级', '理论'],
  ],
  work: [[ZHENG, '保育员', '2010-01-01', '']],
  education: [[WU, '硕士', '法学', '毕业']],
};
const read = (batchId: string) => call('batch', {}, { batchId });
async function applicant(batchId: string, identityNo: string) {
  const found = (await read(batchId)).roster.find((each) => each.identityNo === identityNo);
  if (!found) throw new Error(`${identityNo} is not in the batch`);
  return found;
}
/** A batch with both applicants in it. */
async function reported(): Promise<BatchView> {
  const { id } = await makeBatch();
  await sendRoster(id, ROWS);
  return read(id);
}
async function locked(): Promise<BatchView> {
  const batch = await sendScan(await reported());
  await call('confirmPayment', { paidOn: day(0) }, { batchId: batch.id });
  return call('lockBatch', {}, { batchId: batch.id });
}
const signIn = (admissionNo: string, identityNo: string) =>
  server.http()('candidateSignIn', {
    ...{ protocol: PROTOCOL_VERSION, admissionNo, identityNo },
    ...{ computerId: 'c', platform: 'test', takeOver: true },
  });

test('[REG-1] a batch goes through reported, declared, paid and locked, and its applicants can then sign in to what they applied for', async () => {
  const { id, state } = await makeBatch();
  expect(state).toBe('reported');
  expect(await sendRoster(id, ROWS, false)).toEqual({ faults: [], found: 2, taken: false });
  expect((await read(id)).roster).toEqual([]);
  expect(await sendRoster(id, ROWS)).toEqual({ faults: [], found: 2, taken: true });

  await send(rosterFilePaths.photos, id, await zipOf({ [`${WU}.jpg`]: jpeg }));
  const photographed = await applicant(id, WU);
  expect([photographed.photoVerdict, (await applicant(id, ZHENG)).photoId]).toEqual([null, null]);
  const photoId = photographed.photoId ?? '';
  await expect(sendScan(await read(id))).rejects.toMatchObject({ reason: 'photos_not_usable', params: { count: 1 } });
  await call('photoVerdict', { photoId, verdict: 'usable', jpeg: null }, { applicantId: photographed.id });

  const declared = await sendScan(await read(id));
  expect(declared).toMatchObject({ state: 'declared', declared: { by: '周蕾' }, paid: null });
  const scan = await server.fetch(server.origin + rosterFilePaths.declaration.replace(':batchId', id), {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([scan.headers.get('content-type'), Buffer.from(await scan.arrayBuffer())]).toEqual(['application/pdf', SCAN]);

  await expect(call('lockBatch', {}, { batchId: id })).rejects.toMatchObject({ reason: 'step_before_missing' });
  const paid = await call('confirmPayment', { paidOn: day(0) }, { batchId: id });
  expect(paid).toMatchObject({ state: 'paid', paid: { by: '周蕾', on: day(0) } });
  const { state: last, roster } = await call('lockBatch', {}, { batchId: id });
  expect([last, roster.map(({ admissionNo }) => admissionNo)]).toEqual([
    'locked',
    [expect.stringMatching(/^LD\d{8}$/), expect.stringMatching(/^YY\d{8}$/)],
  ]);
  expect((await call('batches', {})).batches).toMatchObject([
    { id, region: '大连市', state: 'locked', applicants: 2, pendingChanges: 0 },
  ]);

  const admissionNo = roster[0]?.admissionNo ?? '';
  const entered = await signIn(admissionNo, WU);
  // [HELP-1] the numbers of the region that reported them.
  const dalian = { dutyPhone: '0411-00000001', complaintPhone: '0411-00000002' };
  expect(entered).toMatchObject({
    candidate: { name: '吴五', hasPhoto: true },
    examination: { id: 'labour-3', ...dalian },
  });
  const sat = async (no: string | null | undefined, identityNo: string) =>
    (await signIn(no ?? '', identityNo)).examination.sessions.map(({ kind }) => kind);
  expect([await sat(admissionNo, WU), await sat(roster[1]?.admissionNo, ZHENG)]).toEqual([
    ['theory', 'skills'],
    ['theory'],
  ]);
});

test('[HELP-1] a batch names a region that there is, or none', async () => {
  await expect(makeBatch('atlantis')).rejects.toMatchObject({ reason: 'bad_request', params: { field: 'regionId' } });
  expect((await makeBatch(null)).region).toBeNull();
});

test('a file with a fault changes nothing', async () => {
  const { id } = await reported();
  const before = await read(id);
  const rows = { ...ROWS, applicants: [...(ROWS.applicants ?? []), ['某某', '110105194912310021', '育婴员', '五级']] };
  const answer = await sendRoster(id, rows);
  expect(answer).toMatchObject({ taken: false, faults: [{ kind: 'identity_malformed', sheet: '考生', cell: 'B4' }] });
  const strange = await send<FileAnswer>(
    rosterFilePaths.photos,
    id,
    await zipOf({ [`${WU}.jpg`]: jpeg, '210102199001010007.jpg': jpeg }),
  );
  expect(strange).toMatchObject({ taken: false, faults: [{ kind: 'applicant_unknown', cell: '210102199001010007' }] });
  expect(await read(id)).toEqual(before);
});

test('an applicant of another batch for the same occupation is told', async () => {
  await reported();
  const second = await makeBatch();
  const { faults } = await sendRoster(second.id, ROWS);
  expect(faults.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
    `identity_in_other_batch 吴五 ${WU}: 沈阳市职业技能鉴定中心`,
    `identity_in_other_batch 郑六 ${ZHENG}: 沈阳市职业技能鉴定中心`,
  ]);
});

test('a roster imported again replaces the first: who stays keeps the photo, who is gone is gone', async () => {
  const { id } = await reported();
  await send(rosterFilePaths.photos, id, await zipOf({ [`${WU}.jpg`]: jpeg }));
  const before = await applicant(id, WU);
  await sendRoster(id, { ...ROWS, applicants: [['吴伍', WU, '劳动关系协调员', '三级']], work: [] });
  expect((await read(id)).roster).toEqual([{ ...before, name: '吴伍' }]);
  const { lines } = await call('audit', {}, { applicantId: before.id });
  expect(lines.map(({ action }) => action)).toEqual([
    'batch_made',
    'applicant_added',
    'roster_imported',
    'photo_added',
    'applicant_replaced',
    'roster_imported',
  ]);
});

test('a declaration is refused while somebody is not eligible, or when it is of another roster or no document', async () => {
  const { id } = await makeBatch();
  await expect(sendScan(await read(id))).rejects.toMatchObject({ reason: 'roster_empty' });
  await sendRoster(id, { ...ROWS, education: [[WU, '硕士', '烹饪', '毕业']] });
  await expect(sendScan(await read(id))).rejects.toMatchObject({ reason: 'not_eligible', params: { count: 1 } });
  await sendRoster(id, ROWS);
  const now = await read(id);
  await expect(sendScan(now, SCAN, now.revision - 1)).rejects.toMatchObject({ reason: 'roster_changed' });
  await expect(sendScan(now, Buffer.from('MZ program'))).rejects.toMatchObject({ reason: 'file_kind_wrong' });
  await expect(sendScan(now, Buffer.alloc(15_000_001))).rejects.toMatchObject({ reason: 'too_large' });
  expect((await read(id)).state).toBe('reported');
});

test('after the last day of reporting nothing is imported or corrected any more; declaring and paying have days of their own', async () => {
  const { id } = await reported();
  const { id: applicantId } = await applicant(id, WU);
  const correction = { field: 'name', to: '吴伍', why: '笔误' } as const;
  await expect(call('requestChange', correction, { applicantId })).rejects.toMatchObject({ reason: 'still_open' });
  await call('correctApplicant', correction, { applicantId });
  await later(3);
  const over = { reason: 'last_day_over', params: { date: (await read(id)).dates.reportUntil } };
  await expect(sendRoster(id, ROWS)).rejects.toEqual(over);
  await expect(call('correctApplicant', correction, { applicantId })).rejects.toMatchObject(over);
  await expect(send(rosterFilePaths.photos, id, await zipOf({}))).rejects.toMatchObject(over);
  const { state } = await sendScan(await read(id));
  expect(state).toBe('declared');
  await later(7);
  await expect(call('confirmPayment', { paidOn: day(0) }, { batchId: id })).rejects.toMatchObject({
    reason: 'last_day_over',
  });
  // Paid in time and confirmed later: the day of the payment counts.
  expect((await call('confirmPayment', { paidOn: day(-3) }, { batchId: id })).state).toBe('paid');
});

test('a late change is a request; approved it changes the seat too, refused nothing, and the trail keeps both', async () => {
  const { id } = await locked();
  const { id: applicantId, admissionNo } = await applicant(id, ZHENG);
  const ask = (field: 'name' | 'identityNo' | 'level', to: string) =>
    call('requestChange', { field, to, why: '与身份证不符' }, { applicantId });
  await ask('name', '郑陆');
  await ask('name', '郑柳');
  await ask('identityNo', '21010219900101 0007');
  await expect(ask('level', 'infant-4')).rejects.toMatchObject({ reason: 'change_not_possible' });
  await expect(ask('identityNo', '210102199001010008')).rejects.toMatchObject({ reason: 'identity_number_malformed' });
  await expect(ask('identityNo', WU)).rejects.toMatchObject({ reason: 'identity_in_use' });

  const [luRight, luWrong, number] = (await read(id)).changes;
  const decide = (changeId: string | undefined, decision: 'approved' | 'refused') =>
    second('decideChange', { decision, note: '已核对' }, { changeId: changeId ?? '' });
  await decide(luRight?.id, 'approved');
  await expect(decide(luRight?.id, 'refused')).rejects.toMatchObject({ reason: 'change_decided' });
  await expect(decide(luWrong?.id, 'approved')).rejects.toMatchObject({ reason: 'change_outdated' });
  await decide(luWrong?.id, 'refused');
  await decide(number?.id, 'approved');

  const entered = await signIn(admissionNo ?? '', '210102199001010007');
  expect(entered.candidate.name).toBe('郑陆');
  const { lines } = await call('audit', {}, { applicantId });
  expect(lines.slice(-6).map(({ action, by, detail }) => [action, by, detail.from, detail.to])).toEqual([
    ['change_requested', '周蕾', '郑六', '郑陆'],
    ['change_requested', '周蕾', '郑六', '郑柳'],
    ['change_requested', '周蕾', ZHENG, '210102199001010007'],
    ['change_approved', '蒋一鸣', '郑六', '郑陆'],
    ['change_refused', '蒋一鸣', '郑六', '郑柳'],
    ['change_approved', '蒋一鸣', ZHENG, '210102199001010007'],
  ]);
  await later(10);
  await expect(ask('name', '郑六')).rejects.toMatchObject({ reason: 'last_day_over' });
});

test('a level is changed before the lock only to one whose conditions are met', async () => {
  const batch = await sendScan(await reported());
  const { id: applicantId } = await applicant(batch.id, ZHENG);
  const decideOn = async (to: string) => {
    await call('requestChange', { field: 'level', to, why: '报错等级' }, { applicantId });
    const change = (await read(batch.id)).changes.at(-1);
    return second('decideChange', { decision: 'approved', note: '' }, { changeId: change?.id ?? '' });
  };
  await expect(decideOn('infant-3')).rejects.toMatchObject({ reason: 'not_eligible' });
  await decideOn('infant-4');
  expect((await applicant(batch.id, ZHENG)).examinationId).toBe('infant-4');
});

test('whoever asked for a change cannot decide it, neither way, whatever both are called', async () => {
  const { id } = await locked();
  const { id: applicantId } = await applicant(id, ZHENG);
  await server.db.updateTable('staff').set({ name: '周蕾' }).where('login', '=', SECOND_ORGANISER.login).execute();
  await call('requestChange', { field: 'name', to: '郑陆', why: '与身份证不符' }, { applicantId });
  const changeId = (await read(id)).changes[0]?.id ?? '';
  for (const decision of ['approved', 'refused'] as const) {
    await expect(call('decideChange', { decision, note: '' }, { changeId })).rejects.toMatchObject({
      reason: 'change_needs_another',
    });
  }
  expect((await read(id)).changes[0]).toMatchObject({ state: 'pending', decided: null });
  await second('decideChange', { decision: 'approved', note: '' }, { changeId });
  expect((await applicant(id, ZHENG)).name).toBe('郑陆');
});

test('a photo is changed on request after the declaration, in the candidate’s seat too, and both are seen before', async () => {
  const { id } = await locked();
  const { id: applicantId, admissionNo, photoId: none } = await applicant(id, ZHENG);
  expect(none).toBeNull();
  const asked = { jpeg: jpeg.toString('base64'), verdict: 'usable' as const, why: '漏交照片' };
  const ask = (photo: Partial<typeof asked> | { verdict: 'several_faces' }) =>
    call('requestPhotoChange', { ...asked, ...photo }, { applicantId });
  await expect(ask({ verdict: 'several_faces' })).rejects.toMatchObject({ reason: 'photos_not_usable' });
  await expect(ask({ jpeg: PNG.toString('base64') })).rejects.toMatchObject({ reason: 'bad_request' });
  expect((await read(id)).changes).toEqual([]);
  await ask({});
  const [change] = (await read(id)).changes;
  expect(change).toMatchObject({ field: 'photo', from: '', state: 'pending', why: '漏交照片' });
  const photoOf = async (path: string) => {
    const answer = await server.fetch(server.origin + path, { headers: { authorization: `Bearer ${token}` } });
    return [answer.status, answer.ok ? Buffer.from(await answer.arrayBuffer()) : null];
  };
  const changeId = change?.id ?? '';
  expect(await photoOf(rosterFilePaths.changePhoto.replace(':changeId', changeId))).toEqual([200, jpeg]);
  expect(await photoOf(rosterFilePaths.photo.replace(':applicantId', applicantId))).toEqual([404, null]);
  expect((await signIn(admissionNo ?? '', ZHENG)).candidate.hasPhoto).toBe(false);

  await second('decideChange', { decision: 'approved', note: '' }, { changeId });
  expect(await photoOf(rosterFilePaths.photo.replace(':applicantId', applicantId))).toEqual([200, jpeg]);
  expect(await applicant(id, ZHENG)).toMatchObject({ photoId: change?.to, photoVerdict: 'usable' });
  expect((await signIn(admissionNo ?? '', ZHENG)).candidate.hasPhoto).toBe(true);

  // A second request that was made before the first was approved is of another photo than there is now.
  await ask({});
  await ask({});
  const [, one, other] = (await read(id)).changes;
  await second('decideChange', { decision: 'approved', note: '' }, { changeId: one?.id ?? '' });
  await expect(
    second('decideChange', { decision: 'approved', note: '' }, { changeId: other?.id ?? '' }),
  ).rejects.toMatchObject({ reason: 'change_outdated' });
});

test('a photo cannot be asked for while the batch takes archives of them, nor after the last day for changes', async () => {
  const { id } = await reported();
  const { id: applicantId } = await applicant(id, ZHENG);
  const ask = () =>
    call('requestPhotoChange', { jpeg: jpeg.toString('base64'), verdict: 'usable', why: '补交' }, { applicantId });
  await expect(ask()).rejects.toMatchObject({ reason: 'still_open' });
  await later(10);
  await expect(ask()).rejects.toMatchObject({ reason: 'last_day_over' });
});

test('the trail cannot be edited or deleted', async () => {
  await reported();
  for (const work of [
    server.db.updateTable('roster_audit').set({ by_name: 'nobody' }),
    server.db.deleteFrom('roster_audit'),
  ]) {
    await expect(work.execute()).rejects.toThrow(/only added to/);
  }
});

test('a PNG is usable only as the JPEG that was made of it, and a verdict only of the photo that was looked at', async () => {
  const { id } = await reported();
  await send(rosterFilePaths.photos, id, await zipOf({ [`${WU}.png`]: PNG }));
  const { id: applicantId, photoId } = await applicant(id, WU);
  const judge = (body: { photoId: string; jpeg: string | null }) =>
    call('photoVerdict', { ...body, verdict: 'usable' }, { applicantId });
  await expect(judge({ photoId: photoId ?? '', jpeg: null })).rejects.toMatchObject({ reason: 'bad_request' });
  await judge({ photoId: photoId ?? '', jpeg: jpeg.toString('base64') });
  await expect(judge({ photoId: photoId ?? '', jpeg: null })).rejects.toMatchObject({ reason: 'change_outdated' });
  const photo = await server.fetch(server.origin + rosterFilePaths.photo.replace(':applicantId', applicantId), {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([photo.headers.get('content-type'), Buffer.from(await photo.arrayBuffer())]).toEqual(['image/jpeg', jpeg]);
});

test('[SEC-1] only an organiser is let in', async () => {
  const { id } = await reported();
  ({ token } = await server.http()('staffSignIn', { login: 'proctor1', password: 'jiankao-2026-1' }));
  await expect(server.http(token)('batch', {}, { batchId: id })).rejects.toMatchObject({ reason: 'not_allowed' });
  await expect(sendRoster(id, ROWS)).rejects.toMatchObject({ reason: 'not_allowed' });
  for (const path of [rosterFilePaths.template, rosterFilePaths.declaration.replace(':batchId', id)]) {
    expect((await server.fetch(server.origin + path, {})).status).toBe(401);
  }
});
