import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneTimePassword, stepAt } from '../../../server/services/staff/totp.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { MINUTE, TestServer } from './harness.ts';
import { staff } from './people.ts';
import { ORGANISER, PROCTOR } from './sample.ts';

// One exam centre that begins to demand a second factor: each test goes on from the one before.
let server: TestServer;
let anyone: HttpClient;
let organiser: HttpClient;
let secret: Buffer = Buffer.alloc(0);
let recoveryCodes: string[] = [];
/** The one that served last. */
let served = '';

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** As an authenticator reads what it was given. */
function bytesOf(written: string): Buffer {
  const bits = [...written].map((letter) => BASE_32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
/** What the phone shows now; its clock is the exam centre's. */
const shown = (): string => oneTimePassword(secret, stepAt(server.now()));
const nextStep = () => {
  server.ahead += MINUTE;
};
const refused = (reason: string) => expect.objectContaining({ reason });

beforeAll(async () => {
  server = await TestServer.start();
  anyone = server.http();
  organiser = (await staff(server, ORGANISER)).call;
}, 60_000);
afterAll(() => server.end());

test('[SEC-5] where none is demanded the password alone signs in, and no authenticator can be set up', async () => {
  expect(await anyone('staffSignIn', PROCTOR)).toMatchObject({ role: 'proctor' });
  await expect(anyone('beginSecondFactor', PROCTOR)).rejects.toEqual(refused('not_allowed'));
  await server.db.updateTable('examination').set({ second_factor: 1 }).execute();
});

test('[SEC-5] where it is, an authenticator is set up at the first sign-in, and its first code shows that it has the secret', async () => {
  await expect(anyone('staffSignIn', PROCTOR)).rejects.toEqual(refused('second_factor_unset'));
  await expect(anyone('beginSecondFactor', { ...PROCTOR, password: 'x' })).rejects.toEqual(refused('password_wrong'));
  await anyone('beginSecondFactor', PROCTOR);
  const begun = await anyone('beginSecondFactor', PROCTOR);
  expect(begun.uri).toContain(`secret=${begun.secret}`);
  secret = bytesOf(begun.secret);
  expect(secret).toHaveLength(20);
  await expect(anyone('confirmSecondFactor', { ...PROCTOR, code: '000000' })).rejects.toEqual(refused('code_wrong'));
  served = shown();
  const set = await anyone('confirmSecondFactor', { ...PROCTOR, code: served });
  recoveryCodes = set.recoveryCodes;
  expect(new Set(recoveryCodes).size).toBe(10);
  expect((await server.http(set.token)('iceServers', {})).iceServers).toEqual([]);
  await expect(anyone('beginSecondFactor', PROCTOR)).rejects.toEqual(refused('not_allowed'));
  await expect(anyone('confirmSecondFactor', { ...PROCTOR, code: shown() })).rejects.toEqual(refused('not_allowed'));
});

test('[SEC-5] from then on nobody signs in without a code, with a wrong one, or with one that has served', async () => {
  await expect(anyone('staffSignIn', PROCTOR)).rejects.toEqual(refused('code_missing'));
  await expect(anyone('staffSignIn', { ...PROCTOR, code: served })).rejects.toEqual(refused('code_wrong'));
  nextStep();
  const code = shown();
  expect(await anyone('staffSignIn', { ...PROCTOR, code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
    role: 'proctor',
  });
  await expect(anyone('staffSignIn', { ...PROCTOR, code })).rejects.toEqual(refused('code_wrong'));
  await expect(anyone('staffSignIn', { ...PROCTOR, password: 'x', code })).rejects.toEqual(refused('password_wrong'));
});

test('[SEC-5] a recovery code takes the place of a code, once, and is kept as a hash', async () => {
  const [code = ''] = recoveryCodes;
  expect(await anyone('staffSignIn', { ...PROCTOR, code: code.toLowerCase() })).toMatchObject({ role: 'proctor' });
  await expect(anyone('staffSignIn', { ...PROCTOR, code })).rejects.toEqual(refused('code_wrong'));
  const kept = JSON.stringify(await server.db.selectFrom('recovery_code').selectAll().execute());
  for (const each of recoveryCodes) expect(kept).not.toContain(each.replaceAll('-', ''));
});

test('[SEC-5] two sign-ins at once with the same code are one', async () => {
  nextStep();
  const code = shown();
  const both = await Promise.allSettled([1, 2].map(() => anyone('staffSignIn', { ...PROCTOR, code })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('[SEC-1] [SEC-5] an organiser ends every sign-in of somebody, whose windows close at once', async () => {
  nextStep();
  const { token } = await anyone('staffSignIn', { ...PROCTOR, code: shown() });
  const { raw } = await server.connect('/staff', token);
  const { accounts } = await organiser('staffAccounts', {});
  const proctor = accounts.find(({ login }) => login === PROCTOR.login);
  expect(proctor).toMatchObject({ recoveryCodes: 9, signIns: 6 });
  const closed = new Promise((resolve) => raw.once('disconnect', resolve));
  const staffId = proctor?.staffId ?? '';
  await organiser('endSignIns', {}, { staffId });
  expect(await closed).toBe('io server disconnect');
  await expect(server.http(token)('iceServers', {})).rejects.toEqual(refused('not_signed_in'));
  await expect(organiser('endSignIns', {}, { staffId: 'nobody' })).rejects.toEqual(refused('not_found'));

  const reset = await organiser('resetSecondFactor', {}, { staffId });
  expect(reset.accounts.find((each) => each.staffId === staffId)).toMatchObject({
    ...{ secondFactorSince: null, recoveryCodes: 0, signIns: 0 },
  });
  expect(reset.events.map(({ kind, by }) => [kind, by])).toEqual([
    ['second_factor_reset', '考务'],
    ['sign_ins_ended', '考务'],
    ['recovery_code_used', '监考'],
    ['second_factor_set', '监考'],
  ]);
  await expect(server.db.deleteFrom('staff_event').execute()).rejects.toThrow(/never changed/);
  await expect(anyone('staffSignIn', PROCTOR)).rejects.toEqual(refused('second_factor_unset'));
});

test('[SEC-1] [SEC-5] eight wrong codes close the login, also for the right one', async () => {
  const begun = await anyone('beginSecondFactor', PROCTOR);
  secret = bytesOf(begun.secret);
  for (let count = 0; count < 8; count += 1) {
    await expect(anyone('confirmSecondFactor', { ...PROCTOR, code: 'ABC' })).rejects.toEqual(refused('code_wrong'));
  }
  await expect(anyone('confirmSecondFactor', { ...PROCTOR, code: shown() })).rejects.toEqual(refused('too_many_tries'));
  server.ahead += 10 * MINUTE;
  expect((await anyone('confirmSecondFactor', { ...PROCTOR, code: shown() })).recoveryCodes).toHaveLength(10);
});
