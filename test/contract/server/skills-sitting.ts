import type { Entry, EntryBody } from '../../../shared/domain/entry.ts';
import { hashResponses } from '../../../shared/domain/fold.ts';
import { MINUTE, type TestServer } from './harness.ts';
import { chain, enter, type SignedIn, type Who } from './people.ts';

/** The one written item of the sample. */
export const PLACE = { sessionId: 'skills', itemId: 's1' };
const SKILLS_OPEN = 36 * MINUTE;

export const written = (text: string): EntryBody => ({ type: 'response', ...PLACE, value: { kind: 'text', text } });

export interface Sat extends SignedIn {
  entries: Entry[];
}

/** Skills sat with this answer; not handed in. */
export async function sitSkills(server: TestServer, who: Who, ...texts: string[]): Promise<Sat> {
  const candidate = await enter(server, who);
  server.ahead = SKILLS_OPEN;
  await candidate.call('paperKey', {}, { sessionId: 'skills' });
  const entries = await chain(candidate.attemptId, texts.map(written), { at: server.now() });
  if (entries.length > 0) {
    const { request } = await server.connect('/candidate', candidate.token);
    await request('entries.append', { epoch: 1, entries });
  }
  return { ...candidate, entries };
}

export async function handInSkills({ call, entries }: Sat): Promise<void> {
  const { state } = await call('answers', {});
  const responsesHash = await hashResponses(state.responses, ['s1']);
  await call('handIn', { sessionId: 'skills', epoch: 1, lastSeq: entries.length, responsesHash });
}
