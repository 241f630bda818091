import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Build, type ShellStatement, sealedText } from '../../../shared/contract/shell-statement.ts';
import { TestServer } from './harness.ts';
import { type SignedIn, signIn, staff } from './people.ts';

const publisher = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const build = JSON.stringify({
  ...{ version: '1.2.3', commit: 'a'.repeat(40), electron: '22.3.27', files: {}, native: {} },
} satisfies Build);
const signedBy = (pair: typeof publisher) => sign(null, Buffer.from(build), pair.privateKey).toString('base64');

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.down();
  server.buildKeys = [publisher.publicKey.export({ type: 'spki', format: 'pem' }).toString()];
  await server.up();
});
afterAll(() => server.end());

const statementOf = ({ reply, attemptId }: SignedIn, changes: Partial<ShellStatement>): ShellStatement => ({
  ...{ attemptId, epoch: reply.attempt.epoch, build, signature: signedBy(publisher), altered: [] },
  ...{ version: '1.2.3', electron: '22.3.27', platform: 'win32 6.1.7601 ia32' },
  ...{ measures: ['kiosk', 'keyboard'], prohibitedPrograms: '2026-11-25', ...changes },
});
const sealed = (statement: ShellStatement, attemptKey: string) => ({
  statement,
  seal: createHmac('sha256', Buffer.from(attemptKey, 'base64')).update(sealedText(statement)).digest('hex'),
});

/** What the proctor is shown of each statement. */
async function allTold(attemptId: string) {
  const { call } = await staff(server);
  const { events } = await call('attemptEvents', {}, { attemptId });
  return events.filter(({ kind }) => kind === 'shell_stated').map(({ detail }) => detail);
}
const told = async (attemptId: string) => (await allTold(attemptId)).at(-1);

describe('[SEC-3] the statement of build, platform and policy', () => {
  test.each<[string, Partial<ShellStatement>, object]>([
    ['a published build is verified', {}, { verdict: 'verified', doubt: '', commit: 'a'.repeat(12), measures: 2 }],
    ['one from the sources is of development', { build: null, signature: null }, { verdict: 'development' }],
    [
      'a build nobody known has signed',
      { signature: signedBy(stranger) },
      { verdict: 'unverifiable', doubt: 'signature' },
    ],
    ['another text than was signed', { build: `${build} ` }, { verdict: 'unverifiable', doubt: 'signature' }],
    ['altered files', { altered: ['electron/main.cjs'] }, { verdict: 'unverifiable', doubt: 'altered' }],
    ['a build that is no JSON', { build: 'x' }, { verdict: 'unverifiable', doubt: 'signature', commit: '' }],
  ])('%s', async (_, changes, expected) => {
    const candidate = await signIn(server, 'wang');
    const statement = statementOf(candidate, changes);
    await candidate.call('shellStatement', sealed(statement, candidate.reply.attemptKey));
    expect(await told(candidate.attemptId)).toMatchObject({ platform: 'win32 6.1.7601 ia32', ...expected });
  });

  test('is of one sign-in: played again in the next one, or sealed with another key, it cannot be verified', async () => {
    const first = await signIn(server, 'wang');
    const recorded = sealed(statementOf(first, {}), first.reply.attemptKey);
    const second = await signIn(server, 'wang');
    await second.call('shellStatement', recorded);
    expect(await told(second.attemptId)).toMatchObject({ verdict: 'unverifiable', doubt: 'seal' });
    const other = await signIn(server, 'li');
    await other.call('shellStatement', sealed(statementOf(other, {}), second.reply.attemptKey));
    expect(await told(other.attemptId)).toMatchObject({ verdict: 'unverifiable', doubt: 'seal' });
  });

  test('is shown once when its acknowledgement was lost and it came again, and again at the next sign-in', async () => {
    const first = await signIn(server, 'wang');
    const before = (await allTold(first.attemptId)).length;
    const statement = sealed(statementOf(first, {}), first.reply.attemptKey);
    await Promise.all([first.call('shellStatement', statement), first.call('shellStatement', statement)]);
    await first.call('shellStatement', statement);
    expect(await allTold(first.attemptId)).toHaveLength(before + 1);
    const second = await signIn(server, 'wang');
    await second.call('shellStatement', sealed(statementOf(second, {}), second.reply.attemptKey));
    expect(await allTold(first.attemptId)).toHaveLength(before + 2);
  });

  test('keeps nobody from the examination, whatever it says', async () => {
    const candidate = await signIn(server, 'li');
    await candidate.call('shellStatement', { statement: statementOf(candidate, {}), seal: '0'.repeat(64) });
    await expect(candidate.call('consent', {})).resolves.toMatchObject({ id: candidate.attemptId });
  });
});
