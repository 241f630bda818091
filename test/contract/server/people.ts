import { type RouteReply, rawPaths } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { PaperSchema } from '../../../shared/contract/paper.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import { chainEntry, type Entry, type EntryBody, GENESIS } from '../../../shared/domain/entry.ts';
import type { Paper, ResponseValue } from '../../../shared/domain/paper.ts';
import { unseal } from '../../../shared/support/sealed-bytes.ts';
import { MINUTE, type TestServer } from './harness.ts';
import { CANDIDATES, JPEG, PROCTOR } from './sample.ts';

export type Who = keyof typeof CANDIDATES;

export const picture = JPEG.toString('base64');
/** A template of length one that points along one axis: the same axis is the same person. */
export const template = (axis: number) => Array.from({ length: 192 }, (_, index) => (index === axis ? 1 : 0));

export const signInBody = (who: Who, computerId = 'computer-1', takeOver = false) => {
  const { admissionNo, identityNo } = CANDIDATES[who];
  return { protocol: PROTOCOL_VERSION, admissionNo, identityNo, computerId, platform: 'test', takeOver };
};

export interface SignedIn {
  reply: RouteReply<'candidateSignIn'>;
  call: HttpClient;
  attemptId: string;
  token: string;
}

export async function signIn(server: TestServer, who: Who, computerId?: string, takeOver?: boolean): Promise<SignedIn> {
  const reply = await server.http()('candidateSignIn', signInBody(who, computerId, takeOver));
  return { reply, call: server.http(reply.token), attemptId: reply.attempt.id, token: reply.token };
}

export const matching = {
  picture,
  liveTemplate: template(0),
  registeredTemplate: template(0),
  livenessPassed: true,
  actions: ['nod' as const, 'turn_left' as const],
  turnDegrees: 20,
};

/** Signed in, agreed and recognised. */
export async function enter(server: TestServer, who: Who): Promise<SignedIn> {
  const candidate = await signIn(server, who);
  await candidate.call('consent', {});
  await candidate.call('identityCheck', matching);
  return candidate;
}

/** Entered, and the theory paper is open before the candidate: moves the clock to a minute after its start. */
export async function sitTheory(server: TestServer, who: Who = 'wang'): Promise<SignedIn> {
  const candidate = await enter(server, who);
  server.ahead = Math.max(server.ahead, 11 * MINUTE);
  await candidate.call('paperKey', {}, { sessionId: 'theory' });
  return candidate;
}

/** A member of staff, the proctor unless another account is given. */
export async function staff(server: TestServer, account = PROCTOR): Promise<{ call: HttpClient; token: string }> {
  const { token } = await server.http()('staffSignIn', account);
  return { call: server.http(token), token };
}

/** What a window does: the sealed paper, what opens it, and both together. */
export async function openPaper(
  server: TestServer,
  { token, call }: Pick<SignedIn, 'token' | 'call'>,
  sessionId: string,
): Promise<Paper> {
  const sealed = await server.fetch(server.origin + rawPaths.paperPackage + sessionId, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { key } = await call('paperKey', {}, { sessionId });
  const opener = new Uint8Array(Buffer.from(key, 'base64'));
  const plain = await unseal(opener, new Uint8Array(await sealed.arrayBuffer()));
  return PaperSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
}

export async function pairPhone(server: TestServer, candidate: SignedIn): Promise<string> {
  const { url } = await candidate.call('phoneToken', {});
  const token = new URL(url).hash.slice(1);
  return (await server.http()('phoneRedeem', { token, device: 'test phone' })).phoneToken;
}

export const choose = (itemId: string, ...chosen: string[]): EntryBody => ({
  type: 'response',
  sessionId: itemId.startsWith('s') ? 'skills' : 'theory',
  itemId,
  value: chosen.length > 0 ? ({ kind: 'choice', chosen } satisfies ResponseValue) : null,
});

/** A chain of entries as a client writes it, from `firstSeq` on. */
export async function chain(
  attemptId: string,
  bodies: readonly EntryBody[],
  { epoch = 1, at = Date.now(), after }: { epoch?: number; at?: number; after?: Entry } = {},
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let last = after;
  for (const body of bodies) {
    last = await chainEntry({ attemptId, epoch, seq: (last?.seq ?? 0) + 1, at, body }, last?.hash ?? GENESIS);
    entries.push(last);
  }
  return entries;
}
