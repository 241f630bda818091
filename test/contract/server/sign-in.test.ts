import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, TestServer } from './harness.ts';
import { chain, choose, enter, signIn, signInBody, sitTheory, staff } from './people.ts';
import { PROCTOR } from './sample.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const tryToSignIn = (changes: object) => server.http()('candidateSignIn', { ...signInBody('wang'), ...changes });

describe('who may sign in', () => {
  test('each wrong number is told apart', async () => {
    await expect(tryToSignIn({ admissionNo: 'T9' })).rejects.toMatchObject({ reason: 'admission_unknown' });
    await expect(tryToSignIn({ identityNo: '123' })).rejects.toMatchObject({ reason: 'identity_number_malformed' });
    const { identityNo } = signInBody('li');
    await expect(tryToSignIn({ identityNo })).rejects.toMatchObject({ reason: 'identity_number_mismatch' });
    const typed = ` ${signInBody('wang').identityNo.replace(/^(.{6})/, '$1 ')} `;
    await expect(tryToSignIn({ identityNo: typed })).resolves.toMatchObject({ reentry: false });
  });

  test('eight failures close a number for ten minutes, also to the right person', async () => {
    const { identityNo } = signInBody('li');
    for (let count = 0; count < 8; count++) {
      await expect(tryToSignIn({ identityNo })).rejects.toMatchObject({ reason: 'identity_number_mismatch' });
    }
    await expect(tryToSignIn({})).rejects.toMatchObject({ reason: 'too_many_tries', params: { minutes: 10 } });
    await expect(signIn(server, 'li')).resolves.toBeDefined();
    server.ahead = 10 * MINUTE;
    await expect(tryToSignIn({})).resolves.toBeDefined();
  });

  test('staff: a wrong password and an unknown login look the same', async () => {
    const attempt = (login: string, password: string) => server.http()('staffSignIn', { login, password });
    await expect(attempt(PROCTOR.login, 'wrong')).rejects.toMatchObject({ reason: 'password_wrong', params: {} });
    await expect(attempt('nobody', 'wrong')).rejects.toMatchObject({ reason: 'password_wrong', params: {} });
    const { call } = await staff(server);
    await expect(call('iceServers', {})).resolves.toEqual({ iceServers: [] });
    server.ahead = 13 * 60 * MINUTE;
    await expect(call('iceServers', {})).rejects.toMatchObject({ reason: 'not_signed_in' });
  });
});

describe('two computers', () => {
  test('[ANS-5] the second is told, takes over, and the first is fenced; its late entries are kept, not merged, and move no cursor (fault seed 1)', async () => {
    const first = await sitTheory(server);
    const window = await server.connect('/candidate', first.token);
    const entries = await chain(first.attemptId, [choose('t1', 'a'), choose('t2', 'a')], { at: server.now() });
    await window.request('entries.append', { epoch: 1, entries: entries.slice(0, 1) });

    await expect(signIn(server, 'wang', 'computer-2')).rejects.toMatchObject({
      reason: 'already_signed_in',
      params: { since: expect.any(Number) },
    });
    const fenced = window.next('fenced');
    const second = await signIn(server, 'wang', 'computer-2', true);
    expect(await fenced).toEqual({ at: expect.any(Number) });
    expect(second.reply).toMatchObject({ reentry: true, attempt: { epoch: 2, identity: 'unchecked', triesLeft: 3 } });
    expect(second.reply.attemptKey).toBe(first.reply.attemptKey);

    const late = { epoch: 1, entries: entries.slice(1) };
    await expect(window.request('entries.append', late)).rejects.toMatchObject({ reason: 'signed_in_elsewhere' });
    await expect(window.request('stage.report', { stage: 'answering' })).rejects.toMatchObject({
      reason: 'signed_in_elsewhere',
    });
    await expect(first.call('answers', {})).rejects.toMatchObject({ reason: 'signed_in_elsewhere' });

    const { state, cursors } = await second.call('answers', {});
    expect(state.responses).toEqual({ t1: { kind: 'choice', chosen: ['a'] } });
    expect(cursors).toEqual([
      { epoch: 1, cursor: 1 },
      { epoch: 2, cursor: 0 },
    ]);
    expect(await server.db.selectFrom('entry').select('verdict').orderBy('seq').execute()).toEqual([
      { verdict: 'accepted' },
      { verdict: 'fenced' },
    ]);
    const { events } = await (await staff(server)).call('attemptEvents', {}, { attemptId: first.attemptId });
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['epoch_fenced', 'entries_fenced']));
  });

  test('[ANS-5] a fenced computer that comes back is let in to be told, and may still leave its entries', async () => {
    const first = await sitTheory(server);
    await signIn(server, 'wang', 'computer-2');
    const raw = server.socket('/candidate', first.token);
    const back = server.client(raw);
    await back.next('fenced');
    const entries = await chain(first.attemptId, [choose('t1', 'a')], { at: server.now() });
    await expect(back.request('entries.append', { epoch: 1, entries })).rejects.toMatchObject({
      reason: 'signed_in_elsewhere',
    });
    expect(await server.db.selectFrom('entry').select('verdict').execute()).toEqual([{ verdict: 'fenced' }]);
  });

  test('[ANS-4] the same computer comes straight back, stays recognised, and carries entries on in its new epoch', async () => {
    const first = await sitTheory(server);
    await server.connect('/candidate', first.token);
    const again = await signIn(server, 'wang');
    expect(again.reply).toMatchObject({ reentry: true, attempt: { epoch: 2, identity: 'verified' } });
    const { request } = await server.connect('/candidate', again.token);
    const [entry] = await chain(first.attemptId, [choose('t1', 'b')], { epoch: 2, at: server.now() });
    await expect(request('entries.append', { epoch: 2, entries: [entry] })).resolves.toEqual({ epoch: 2, cursor: 1 });
    await expect(again.call('paperKey', {}, { sessionId: 'theory' })).resolves.toMatchObject({ sessionId: 'theory' });
  });

  test('an offline attempt is taken over without asking', async () => {
    const first = await enter(server, 'wang');
    const window = await server.connect('/candidate', first.token);
    const wall = await server.connect('/staff', (await staff(server)).token);
    await wall.request('wall.join');
    const offline = wall.next('event.added', ({ kind }: { kind: string }) => kind === 'offline');
    window.raw.disconnect();
    await offline;
    await expect(signIn(server, 'wang', 'computer-2')).resolves.toMatchObject({ reply: { reentry: true } });
  });
});

describe('the steps before the paper', () => {
  test('consent comes before anything is captured, recognition before the paper, the start time before both', async () => {
    const candidate = await signIn(server, 'wang');
    const { call } = candidate;
    for (const ask of [
      () => call('registeredPhoto', {}),
      () => call('phoneToken', {}),
      () => call('paperKey', {}, { sessionId: 'theory' }),
      () => call('askProctor', { picture: null, note: '' }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ reason: 'consent_missing' });
    }
    await call('consent', {});
    const consented = (await call('consent', {})).consentAt;
    expect(consented).toBe((await call('consent', {})).consentAt);
    await expect(call('paperKey', {}, { sessionId: 'theory' })).rejects.toMatchObject({
      reason: 'identity_unconfirmed',
    });
    const early = await enter(server, 'li');
    await expect(early.call('paperKey', {}, { sessionId: 'theory' })).rejects.toMatchObject({
      reason: 'too_early',
      params: { at: early.reply.examination.sessions[0]?.startsAt },
    });
    await expect(early.call('paperKey', {}, { sessionId: 'none' })).rejects.toMatchObject({ reason: 'not_found' });
    server.ahead = 40 * MINUTE;
    await expect(early.call('paperKey', {}, { sessionId: 'theory' })).rejects.toMatchObject({ reason: 'too_late' });
  });
});
