import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestServer } from './harness.ts';
import { signIn, staff } from './people.ts';
import { ORGANISER, PROCTOR } from './sample.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const bank = {
  ...{ name: '题库大师', publisher: '某公司', policy: 'end' as const },
  ...{ images: ['TikuMaster.exe'], bundleIds: ['com.example.tiku'], ports: [51_000] },
};

async function examinationOf(call: Awaited<ReturnType<typeof staff>>['call']): Promise<string> {
  const { examinations } = await call('prohibitedPrograms', {});
  return examinations[0]?.examinationId ?? '';
}

test('[LOCK-5] what an organiser adds is kept with the examination and goes to the window at sign-in', async () => {
  const { call } = await staff(server, ORGANISER);
  const { list } = await call('prohibitedPrograms', {});
  expect(list.programs.length).toBeGreaterThan(60);
  const examinationId = await examinationOf(call);
  expect(await call('putProhibitedPrograms', { programs: [bank] }, { examinationId })).toEqual({ faults: [] });
  await server.down();
  await server.up();
  expect((await signIn(server, 'wang')).reply.prohibitedPrograms).toEqual([bank]);
  const { examinations } = await (await staff(server, ORGANISER)).call('prohibitedPrograms', {});
  expect(examinations).toEqual([{ examinationId, programs: [bank] }]);
});

test('[LOCK-5] with a fault nothing is changed, and every fault is told with its row', async () => {
  const { call } = await staff(server, ORGANISER);
  const examinationId = await examinationOf(call);
  await call('putProhibitedPrograms', { programs: [bank] }, { examinationId });
  const wrong = { ...bank, name: '', images: ['SogouCloud.exe', 'a*.exe'], bundleIds: [], ports: [0] };
  const { faults } = await call('putProhibitedPrograms', { programs: [bank, wrong] }, { examinationId });
  expect(faults).toEqual([
    { row: 1, kind: 'name_missing', value: '', of: '' },
    { row: 1, kind: 'input_method', value: 'SogouCloud.exe', of: '' },
    { row: 1, kind: 'image_form', value: 'a*.exe', of: '' },
    { row: 1, kind: 'port_range', value: '0', of: '' },
  ]);
  expect((await signIn(server, 'wang')).reply.prohibitedPrograms).toEqual([bank]);
});

test('[SEC-1] only an organiser reads or changes them, and only of an examination that is there', async () => {
  const proctor = await staff(server, PROCTOR);
  await expect(proctor.call('prohibitedPrograms', {})).rejects.toMatchObject({ reason: 'not_allowed' });
  const put = proctor.call('putProhibitedPrograms', { programs: [] }, { examinationId: 'e' });
  await expect(put).rejects.toMatchObject({ reason: 'not_allowed' });
  const { call } = await staff(server, ORGANISER);
  const elsewhere = call('putProhibitedPrograms', { programs: [] }, { examinationId: 'elsewhere' });
  await expect(elsewhere).rejects.toMatchObject({ reason: 'not_found' });
});
