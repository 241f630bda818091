import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { workOf } from '../../../shared/domain/proof-of-work.ts';
import { TestServer } from './harness.ts';
import { signIn, staff } from './people.ts';
import { ORGANISER } from './sample.ts';

let server: TestServer;
let organiser: HttpClient;
const refused = (reason: string) => expect.objectContaining({ reason });

beforeAll(async () => {
  server = await TestServer.start();
  organiser = (await staff(server, ORGANISER)).call;
}, 60_000);
afterAll(() => server.end());

async function complain(text: string, { contact = '', regionId = null as string | null, spent = '' } = {}) {
  const challenge = spent || (await server.http()('resultChallenge', {})).challenge;
  const isWork = workOf({ challenge, bound: [text, contact] });
  let counter = 0;
  while (!isWork(counter)) counter += 1;
  return server.http()('fileComplaint', { challenge, counter, text, contact, regionId });
}

test('[HELP-1] each candidate is told the numbers of their own region, and everybody all of them', async () => {
  expect(await server.http()('helpLines', {})).toEqual({
    ...{ dutyPhone: '1', complaintPhone: '2' },
    regions: [{ regionId: 'dalian', name: '大连市', dutyPhone: '3', complaintPhone: '4' }],
  });
  expect((await signIn(server, 'li')).reply.examination).toMatchObject({ dutyPhone: '3', complaintPhone: '4' });
  expect((await signIn(server, 'wang')).reply.examination).toMatchObject({ dutyPhone: '1', complaintPhone: '2' });
});

test('[HELP-2] a complaint reaches the organiser with its number, and what was done about it is kept', async () => {
  const { number } = await complain('有人替考，请查', { contact: '138', regionId: 'dalian' });
  expect(number).toMatch(/^JB-[2-9A-Z]{8}$/);
  const [complaint] = (await organiser('complaints', {})).complaints;
  expect(complaint).toMatchObject({
    number,
    region: '大连市',
    text: '有人替考，请查',
    contact: '138',
    closed: false,
    steps: [],
  });
  const complaintId = complaint?.complaintId ?? '';
  await organiser('addComplaintStep', { text: '已调取录像', closed: false }, { complaintId });
  const { complaints } = await organiser('addComplaintStep', { text: '查无此事', closed: true }, { complaintId });
  expect(complaints[0]).toMatchObject({
    closed: true,
    steps: [
      { by: '考务', text: '已调取录像', closed: false },
      { by: '考务', text: '查无此事', closed: true },
    ],
  });
  const step = { text: '?', closed: true };
  await expect(organiser('addComplaintStep', step, { complaintId: 'nothing' })).rejects.toEqual(refused('not_found'));
  for (const table of ['complaint', 'complaint_step'] as const) {
    await expect(server.db.deleteFrom(table).execute()).rejects.toThrow(/never changed/);
  }
});

test('[HELP-2] without work, twice for the same, or of no region, nothing is taken; nor more than twenty from one line', async () => {
  const before = (await organiser('complaints', {})).complaints.length;
  const spent = (await server.http()('resultChallenge', {})).challenge;
  await complain('第一次举报', { spent });
  await expect(complain('第一次举报', { spent })).rejects.toEqual(refused('challenge_expired'));
  const none = { challenge: 'x', counter: 0, text: '没有经过验证', contact: '', regionId: null };
  await expect(server.http()('fileComplaint', none)).rejects.toEqual(refused('challenge_expired'));
  await expect(complain('没有这个地区', { regionId: 'nowhere' })).rejects.toEqual(refused('bad_request'));
  for (let count = before + 1; count < 20; count += 1) await complain(`第 ${count} 次举报`);
  await expect(complain('再举报一次')).rejects.toEqual(refused('too_many_tries'));
  expect((await organiser('complaints', {})).complaints).toHaveLength(20);
});
