import { afterEach, beforeEach, expect, test } from 'vitest';
import { examplePaper } from '../../../server/paper-files/example-paper.ts';
import { writeQtiPackage } from '../../../server/paper-files/qti/write-qti-package.ts';
import { writePaperWorkbook } from '../../../server/paper-files/sheets/write-paper-workbook.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { type PaperAnswer, paperFilePaths } from '../../../shared/contract/paper-import.ts';
import type { PaperFile } from '../../../shared/domain/paper.ts';
import { TestServer } from './harness.ts';
import { ORGANISER, PROCTOR } from './sample.ts';

let server: TestServer;
let call: HttpClient;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  ({ token } = await server.http()('staffSignIn', ORGANISER));
  call = server.http(token);
});
afterEach(() => server.end());

const address = (path: string, sessionId: string, query = '') =>
  `${server.origin}${path.replace(':sessionId', sessionId)}${query}`;

async function send(sessionId: string, bytes: Buffer, query = '', by = token): Promise<PaperAnswer> {
  const response = await server.fetch(address(paperFilePaths.file, sessionId, query), {
    method: 'POST',
    headers: { authorization: `Bearer ${by}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const answer = await response.json();
  if (!response.ok) throw answer;
  return answer as PaperAnswer;
}
async function fetched(path: string, sessionId: string, query = ''): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await server.fetch(address(path, sessionId, query), { headers });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
const stored = (sessionId: string) =>
  server.db.selectFrom('paper').selectAll().where('session_id', '=', sessionId).executeTakeFirstOrThrow();

/** A skills paper that is worth what the plan says. */
function skillsPaper(points = 5): PaperFile {
  const example = examplePaper({ sessionId: 'skills', components: ['skills'] });
  const section = example.paper.sections.find(({ itemType }) => itemType === 'short_answer');
  if (!section) throw new Error('the example has every type');
  return {
    ...example,
    paper: {
      ...example.paper,
      title: '新试卷',
      sections: [{ ...section, items: section.items.map((item) => ({ ...item, points })) }],
      stimuli: [],
      pictures: [],
    },
    key: Object.fromEntries(
      section.items.map(({ id }) => [id, { kind: 'rubric', rubric: '看要点', criteria: [] }]),
    ) as PaperFile['key'],
  };
}

test('an organiser sees each session with its paper, measured against annex 2', async () => {
  const { sessions } = await call('sessionPapers', {});
  expect(sessions.map(({ sessionId, replaceable, paper }) => [sessionId, replaceable, paper?.items])).toEqual([
    ['theory', true, 2],
    ['skills', true, 1],
    // A thesis is open from the first day.
    ['review', false, 1],
  ]);
  expect(sessions[0]?.paper?.components).toMatchObject([{ component: 'theory', points: 3, paperPoints: 3 }]);
});

test('PAP-4: a check changes nothing; an import replaces paper, key and the key of its package, for the running server too', async () => {
  const before = await stored('skills');
  const bytes = await writePaperWorkbook(skillsPaper(), 'zh');
  expect(await send('skills', bytes)).toMatchObject({ faults: [], taken: false, paper: { title: '新试卷', items: 1 } });
  expect(await stored('skills')).toEqual(before);

  expect(await send('skills', bytes, '?take=yes')).toMatchObject({ faults: [], taken: true });
  const after = await stored('skills');
  expect(JSON.parse(after.paper_json)).toEqual(skillsPaper().paper);
  expect(JSON.parse(after.key_json)).toEqual(skillsPaper().key);
  expect(after.release_key_base64).not.toBe(before.release_key_base64);
  const { sessions } = await call('sessionPapers', {});
  expect(sessions[1]?.paper?.title).toBe('新试卷');
  expect(await send('skills', await writeQtiPackage({ ...skillsPaper() }), '?take=yes')).toMatchObject({ taken: true });
});

test('what was exported can be imported again, in either format', async () => {
  const before = await stored('theory');
  for (const query of ['?format=xlsx', '?format=xlsx&language=en', '?format=qti']) {
    const bytes = await fetched(paperFilePaths.export, 'theory', query);
    expect(await send('theory', bytes, '?take=yes')).toMatchObject({ faults: [], taken: true });
    const after = await stored('theory');
    expect([JSON.parse(after.paper_json), JSON.parse(after.key_json), JSON.parse(after.marking_json)]).toEqual([
      JSON.parse(before.paper_json),
      JSON.parse(before.key_json),
      JSON.parse(before.marking_json),
    ]);
  }
});

test('PAP-4: a file with a fault changes nothing, also when it is to be taken', async () => {
  const before = await stored('skills');
  const refused = async (bytes: Buffer) => {
    const { faults, taken, paper } = await send('skills', bytes, '?take=yes');
    expect([taken, paper]).toEqual([false, null]);
    expect(await stored('skills')).toEqual(before);
    return faults;
  };
  expect(await refused(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toMatchObject([
    { kind: 'file_kind', params: { found: 'png' } },
  ]);
  expect(await refused(await writePaperWorkbook(skillsPaper(6), 'zh'))).toMatchObject([
    { kind: 'component_points', params: { planned: 5, found: 6 } },
  ]);
  expect(await refused(await fetched(paperFilePaths.export, 'theory'))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'session_other', place: { sheet: '试卷', row: 2, cell: 'B2' } }),
    ]),
  );
  const { paper, key, ...rest } = skillsPaper();
  const items = paper.sections.flatMap((section) => section.items.map((item) => ({ ...item, id: 't1' })));
  const named = { ...paper, sections: paper.sections.map((section) => ({ ...section, items })) };
  expect(
    await refused(
      await writePaperWorkbook({ ...rest, paper: named, key: { t1: Object.values(key)[0] } as never }, 'zh'),
    ),
  ).toMatchObject([{ kind: 'id_in_other_session', place: { cell: 'A2' }, params: { id: 't1', session: '理论' } }]);
});

test('the template of a session has no fault but its points', async () => {
  const { faults } = await send('skills', await fetched(paperFilePaths.template, 'skills', '?language=en'));
  expect(faults.map(({ kind }) => kind)).toEqual(['component_points']);
});

test('PAP-4: from a minute before the start on the paper is not replaced', async () => {
  const before = await stored('skills');
  const { sessions } = await call('sessionPapers', {});
  server.ahead = (sessions[1]?.closesAt ?? 0) - Date.now();
  const bytes = await writePaperWorkbook(skillsPaper(), 'zh');
  expect(await send('skills', bytes)).toMatchObject({ faults: [] });
  await expect(send('skills', bytes, '?take=yes')).rejects.toMatchObject({ reason: 'paper_in_use' });
  expect(await stored('skills')).toEqual(before);
});

test('SEC-1: only an organiser may send, fetch or list papers', async () => {
  const proctor = await server.http()('staffSignIn', PROCTOR);
  await expect(send('skills', Buffer.from('x'), '', proctor.token)).rejects.toMatchObject({ reason: 'not_allowed' });
  await expect(server.http(proctor.token)('sessionPapers', {})).rejects.toMatchObject({ reason: 'not_allowed' });
  for (const path of [paperFilePaths.export, paperFilePaths.template]) {
    const headers = { authorization: `Bearer ${proctor.token}` };
    expect((await server.fetch(address(path, 'skills'), { headers })).status).toBe(403);
    expect((await server.fetch(address(path, 'skills'))).status).toBe(401);
  }
  await expect(send('nowhere', Buffer.from('x'))).rejects.toMatchObject({ reason: 'not_found' });
});
