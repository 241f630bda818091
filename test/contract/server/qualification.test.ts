import { afterAll, beforeAll, expect, test } from 'vitest';
import { QUESTIONS } from '../../../server/services/qualification/questions/questions.ts';
import type { RouteReply } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Run } from '../../../shared/contract/training.ts';
import type { QualificationLink } from '../../../shared/domain/qualification.ts';
import { drawQuestions } from '../../../shared/domain/training/question.ts';
import { GROUND_OF, isIncident } from '../../../shared/domain/training/scene.ts';
import { planScenes, RUN_SHAPES } from '../../../shared/domain/training/schedule.ts';
import { judgeWatch } from '../../../shared/domain/training/score.ts';
import { MINUTE, TestServer } from './harness.ts';
import { enter, staff } from './people.ts';
import { CHIEF, OBSERVER, ORGANISER, PROCTOR, UNQUALIFIED } from './sample.ts';

// One centre: each test goes on from the one before.
let server: TestServer;
let organiser: HttpClient;
let trainee: HttpClient;
const EXAMINATION = { examinationId: 'test' };
const DAY = 24 * 60 * MINUTE;
const SIGNED_IN_AGAIN = async () => {
  organiser = (await staff(server, ORGANISER)).call;
  trainee = (await staff(server, UNQUALIFIED)).call;
};
const refused = (reason: string) => expect.objectContaining({ reason });

beforeAll(async () => {
  server = await TestServer.start();
  await SIGNED_IN_AGAIN();
}, 60_000);
afterAll(() => server.end());

const assignments = () => organiser('assignments', {}, EXAMINATION);
const proctor = async (name: string) => {
  const found = (await assignments()).proctors.find((each) => each.name === name);
  if (!found) throw new Error(`there is no proctor ${name}`);
  return found;
};
const assign = async (name: string) => {
  const [first] = (await assignments()).candidates;
  const body = { candidateIds: [first?.candidateId ?? ''], staffId: (await proctor(name)).staffId };
  return organiser('assign', body, EXAMINATION);
};
const linksOf = async (kind: string) =>
  (
    await server.db
      .selectFrom('qualification')
      .selectAll()
      .where('kind', '=', kind as never)
      .orderBy('seq')
      .execute()
  ).map(({ step_json }) => JSON.parse(step_json) as QualificationLink['step']);

/** The seed, as only the exam centre knows it. */
async function seedOf({ runId }: Run): Promise<string> {
  for (const step of await linksOf('begun')) if (step.kind === 'begun' && step.runId === runId) return step.seed;
  throw new Error('the run was not kept');
}
const goTo = (at: number): void => {
  server.ahead = at - Date.now();
};

/** Goes through the wall of a run, noting so many of its incidents, each `after` its beginning. */
async function watch(run: Run, notes: number, after = 5_000): Promise<void> {
  const plan = planScenes(await seedOf(run), RUN_SHAPES[run.run], 30_000);
  const incidents = plan.filter(({ scene }) => isIncident(scene)).slice(0, notes);
  for (const { place, scene, from } of incidents) {
    if (!isIncident(scene)) continue;
    goTo(run.startsAt + from + after);
    await trainee('flagInRun', { place, ground: GROUND_OF[scene], note: '看到了' }, { runId: run.runId });
  }
  goTo(run.endsAt + 1_000);
}
async function answer(run: Run, wrong = 0): Promise<RouteReply<'endRun'>> {
  const { runId } = run;
  const { questions } = await trainee('runQuestions', {}, { runId });
  const drawn = drawQuestions(QUESTIONS, await seedOf(run), questions.length);
  const answers = drawn.map(({ id, right, options }, at) => ({
    questionId: id,
    choice: at < wrong ? (right + 1) % options.length : right,
  }));
  return trainee('endRun', { answers }, { runId });
}

test('[QUA-1] where nobody is assigned, whoever has no pass sees nobody and is refused every candidate', async () => {
  const wang = await enter(server, 'wang');
  const seenBy = async (account: typeof PROCTOR) => {
    const { call, token } = await staff(server, account);
    const wall = await server.connect('/staff', token);
    const { places } = await wall.request<{ places: unknown[] }>('wall.join');
    return { places: places.length, wall, call };
  };
  expect((await seenBy(PROCTOR)).places).toBe(3);
  const { places, wall, call } = await seenBy(UNQUALIFIED);
  expect(places).toBe(0);
  const { attemptId } = wang;
  await expect(call('attemptEvents', {}, { attemptId })).rejects.toEqual(refused('not_allowed'));
  await expect(call('flag', { kind: 'manual', note: '?' }, { attemptId })).rejects.toEqual(refused('not_allowed'));
  await expect(wall.request('message.send', { attemptId, text: '?' })).rejects.toEqual(refused('not_allowed'));
  expect((await call('attempts', {})).attempts).toEqual([]);
  const heard: string[] = [];
  wall.raw.onAny((name: string) => heard.push(name));
  await (await staff(server, PROCTOR)).call('flag', { kind: 'manual', note: '看到了' }, { attemptId });
  await wall.request('clock.ping');
  expect(heard).toEqual([]);

  // Where none is asked for, all of them watch at once.
  const { rules } = await organiser('qualifications', {});
  const changed = wall.next('wall.changed');
  await organiser('putQualificationRules', { rules: { ...rules, required: false }, reason: '人手不足' });
  await changed;
  expect((await wall.request<{ places: unknown[] }>('wall.join')).places).toHaveLength(3);
  await expect(call('attemptEvents', {}, { attemptId })).resolves.toBeDefined();
  await organiser('putQualificationRules', { rules, reason: '恢复要求' });
  await expect(call('attemptEvents', {}, { attemptId })).rejects.toEqual(refused('not_allowed'));
});

test('[QUA-1] whoever has no pass is named and given no candidate, by hand or automatically; the qualified are', async () => {
  const { qualifiedOnly, proctors } = await assignments();
  expect(qualifiedOnly).toBe(true);
  expect(proctors.map(({ name, standing }) => [name, standing.state])).toEqual([
    ['监考', 'qualified'],
    ['监考2', 'qualified'],
    ['监考3', 'never'],
  ]);
  await expect(assign('监考3')).rejects.toEqual(refused('not_qualified'));
  expect((await assign('监考')).candidates.filter(({ staffId }) => staffId !== null)).toHaveLength(1);
  const shared = await organiser('assignAutomatically', {}, EXAMINATION);
  expect(shared.proctors.map(({ candidates }) => candidates)).toEqual([2, 1, 0]);
});

test('[QUA-1] a pass that ends before the examination does is as good as none', async () => {
  const { staffId } = await proctor('监考3');
  const until = server.now() + 5 * MINUTE;
  await organiser('grantPass', { until, reason: '省里培训' }, { staffId });
  expect((await proctor('监考3')).standing).toEqual({ state: 'ends_too_soon', until });
  await expect(assign('监考3')).rejects.toEqual(refused('not_qualified'));
});

test('[QUA-2] a run tells what happens now and nothing of later, and is nobody else’s', async () => {
  const run = await trainee('beginRun', { run: 'test' });
  const shape = RUN_SHAPES.test;
  expect(run).toMatchObject({ run: 'test', places: shape.places, endsAt: run.startsAt + shape.lengthMs });
  expect(JSON.stringify(run)).not.toContain(await seedOf(run));
  const { runId } = run;
  const flag = { place: 0, ground: null, note: '?' };
  await expect(trainee('flagInRun', flag, { runId })).rejects.toEqual(refused('too_early'));
  const plan = planScenes(await seedOf(run), shape, 30_000);
  for (const at of [0, 60_000, 150_000, 290_000]) {
    goTo(run.startsAt + at);
    const { scenes } = await trainee('runScenes', {}, { runId });
    const now = server.now() - run.startsAt;
    // A moment may pass on the way.
    const going = plan.filter(({ from, until }) => from <= now - 500 && now + 500 < until);
    for (const { place, scene, from } of going)
      expect(scenes).toContainEqual({ place, scene, since: run.startsAt + from });
    for (const { since } of scenes) expect(since).toBeLessThanOrEqual(server.now());
  }
  await expect(trainee('runQuestions', {}, { runId })).rejects.toEqual(refused('too_early'));
  await expect(trainee('endRun', { answers: [] }, { runId })).rejects.toEqual(refused('too_early'));
  await expect(trainee('flagInRun', { ...flag, place: shape.places }, { runId })).rejects.toEqual(
    refused('bad_request'),
  );
  const { call: stranger } = await staff(server, PROCTOR);
  const tries = [
    stranger('runScenes', {}, { runId }),
    stranger('flagInRun', flag, { runId }),
    stranger('runQuestions', {}, { runId }),
    stranger('endRun', { answers: [] }, { runId }),
  ];
  await Promise.all(tries.map((each) => expect(each).rejects.toEqual(refused('not_found'))));
  expect((await trainee('trainingRoom', {})).going).toEqual(run);
});

test('[QUA-2] a run that was broken off gives nothing and stays visible', async () => {
  const { going } = await trainee('trainingRoom', {});
  goTo((going?.answerUntil ?? 0) + 1);
  await expect(trainee('endRun', { answers: [] }, { runId: going?.runId ?? '' })).rejects.toEqual(refused('too_late'));
  const room = await trainee('trainingRoom', {});
  expect(room).toMatchObject({ going: null, standing: { state: 'expired' }, runs: [{ run: 'test', ended: null }] });
});

test('[QUA-2] practice is judged the same way, shows what was missed, and gives no pass', async () => {
  const run = await trainee('beginRun', { run: 'practice' });
  await watch(run, RUN_SHAPES.practice.incidents);
  const result = await answer(run);
  expect(result).toMatchObject({ passed: true, until: null, score: { found: 7, missed: 0, falseAlarms: 0, right: 5 } });
  expect(result.score.reactionMs).toBeGreaterThanOrEqual(5_000);
  expect((await proctor('监考3')).standing.state).toBe('expired');
});

test('[QUA-2] the questions come without what is right, and are judged at the exam centre', async () => {
  const run = await trainee('beginRun', { run: 'test' });
  goTo(run.endsAt + 1_000);
  const { questions } = await trainee('runQuestions', {}, { runId: run.runId });
  expect(questions).toHaveLength(10);
  expect(Object.keys(questions[0] ?? {}).sort()).toEqual(['id', 'options', 'text']);
  const drawn = drawQuestions(QUESTIONS, await seedOf(run), 10);
  expect(questions).toEqual(drawn.map(({ id, text, options }) => ({ id, text, options })));
  expect(new Set(drawn.map(({ right }) => right)).size).toBeGreaterThan(1);
  const result = await answer(run, 3);
  expect(result).toMatchObject({ passed: false, until: null, score: { found: 0, missed: 12, right: 7 } });
  expect(result.incidents.every(({ reactionMs }) => reactionMs === null)).toBe(true);
  expect(result.questions.every(({ why }) => why.en.length > 0)).toBe(true);
  await expect(answer(run)).rejects.toEqual(refused('step_done'));
});

test('[QUA-2] a test that is passed gives a pass for its time, and candidates may be assigned at once', async () => {
  const run = await trainee('beginRun', { run: 'test' });
  await watch(run, 10);
  const result = await answer(run, 2);
  expect(result).toMatchObject({ passed: true, score: { found: 10, missed: 2, right: 8, questions: 10 } });
  expect(result.until).toBeGreaterThan(server.now() + 364 * DAY);
  expect((await proctor('监考3')).standing).toEqual({ state: 'qualified', until: result.until });
  await expect(assign('监考3')).resolves.toBeDefined();
});

test('[QUA-2] every score that was kept is computed again from the seed and what was done', async () => {
  const ended = (await linksOf('ended')).flatMap((step) => (step.kind === 'ended' ? [step] : []));
  expect(ended).toHaveLength(3);
  for (const { runId, run, flags, answers, score } of ended) {
    const plan = planScenes(await seedOf({ runId } as Run), RUN_SHAPES[run], 30_000);
    const right = answers.filter((each) => each.right).length;
    expect({ ...judgeWatch(plan, flags, 30_000).score, questions: answers.length, right }).toEqual(score);
  }
});

test('[QUA-1] a pass that is over or withdrawn is named and stands in the way', async () => {
  const { call: other } = await staff(server, ORGANISER);
  const staffId = (await proctor('监考3')).staffId;
  await other('withdrawPass', { reason: '泄露监考安排' }, { staffId });
  expect((await proctor('监考3')).standing).toEqual({ state: 'withdrawn', until: null });
  await expect(assign('监考3')).rejects.toEqual(refused('not_qualified'));
  // Whoever is assigned already stays so: nobody is left unwatched, and the page names it.
  expect((await proctor('监考3')).candidates).toBe(1);

  const until = server.now() + 10 * MINUTE;
  await other('grantPass', { until, reason: '省里培训' }, { staffId });
  server.ahead += 11 * MINUTE;
  expect((await proctor('监考3')).standing).toEqual({ state: 'expired', until });
  await expect(other('grantPass', { until, reason: '补登' }, { staffId })).rejects.toEqual(refused('bad_request'));
  await expect(other('grantPass', { until: until + DAY, reason: '?' }, { staffId: 'nobody' })).rejects.toEqual(
    refused('not_found'),
  );
});

test('[QUA-1] an organiser sets what is asked, whoever tests afterwards is held to it, and can ask for nothing', async () => {
  await SIGNED_IN_AGAIN();
  const { rules } = await organiser('qualifications', {});
  const strict = { ...rules, foundPercent: 100, validDays: 30 };
  await organiser('putQualificationRules', { rules: strict, reason: '本次从严' });
  const run = await trainee('beginRun', { run: 'test' });
  await organiser('putQualificationRules', { rules: { ...strict, required: false }, reason: '人手不足' });
  await watch(run, 11);
  const result = await answer(run);
  expect(result).toMatchObject({ passed: false, rules: { foundPercent: 100, validDays: 30 }, score: { missed: 1 } });
  expect(await assignments()).toMatchObject({ qualifiedOnly: false });
  await expect(assign('监考3')).resolves.toBeDefined();
});

test('[QUA-3] the log has every step with who and when, reads as it was written, and the database changes none', async () => {
  const { log, people } = await organiser('qualifications', {});
  expect(log.intact).toBe(true);
  expect(
    log.latest
      .map(({ step }) => step.kind)
      .reverse()
      .slice(0, 3),
  ).toEqual(['granted', 'granted', 'rules']);
  expect(log.latest.find(({ step }) => step.kind === 'withdrawn')).toMatchObject({
    ...{ by: '考务', name: '监考3', step: { reason: '泄露监考安排' } },
  });
  // What a run came from stays at the exam centre: a seed tells a schedule.
  expect(JSON.stringify(log)).not.toContain('seed');
  expect(people.find(({ name }) => name === '监考3')).toMatchObject({
    tests: 4,
    practices: 1,
    last: { passed: false },
  });
  for (const { call } of [await staff(server, CHIEF), await staff(server, OBSERVER)]) {
    expect((await call('qualifications', {})).people).toHaveLength(4);
  }
  for (const table of ['qualification', 'training_flag'] as const) {
    await expect(server.db.deleteFrom(table).execute()).rejects.toThrow(/never changed/);
    await expect(server.db.updateTable(table).set({ at: 1 }).execute()).rejects.toThrow(/never changed/);
  }
});
