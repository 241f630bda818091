import type { Refusal, RouteBody, RouteName, RouteReply, routes } from '../../shared/contract/http.ts';
import type { Reason } from '../../shared/support/fault.ts';
import { findWork } from './find-work.ts';

/** The contract's own module would bring zod along; the types keep these paths equal to it. */
const PATHS: { [Name in 'resultChallenge' | 'queryResult']: (typeof routes)[Name]['path'] } = {
  resultChallenge: '/api/results/challenge',
  queryResult: '/api/results/query',
};

/** Why there is no answer, as a closed list; `words.ts` says for each what to do next. */
export type Refused = 'numbers_wrong' | 'too_many_tries' | 'unreachable' | 'centre_error';

export class AskRefused extends Error {
  readonly refused: Refused;

  constructor(refused: Refused, cause?: unknown) {
    super(refused, { cause });
    this.refused = refused;
  }
}

export interface Numbers {
  admissionNo: string;
  identityNo: string;
}
export type Answer = RouteReply<'queryResult'>;

class Refusing extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

async function post<Name extends RouteName & keyof typeof PATHS>(
  send: typeof fetch,
  name: Name,
  body: RouteBody<Name>,
): Promise<RouteReply<Name>> {
  let response: Response;
  try {
    response = await send(PATHS[name], {
      ...{ method: 'POST', cache: 'no-store', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json' },
    });
  } catch (cause) {
    throw new AskRefused('unreachable', cause);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer) return answer as RouteReply<Name>;
  throw new Refusing(((answer || { reason: 'server_error' }) as Pick<Refusal, 'reason'>).reason);
}

async function askOnce(send: typeof fetch, numbers: Numbers): Promise<Answer> {
  const { challenge } = await post(send, 'resultChallenge', {});
  const counter = await findWork({ challenge, ...numbers });
  return post(send, 'queryResult', { challenge, counter, ...numbers });
}

/** Works for the exam centre's challenge and asks (RES-2). Throws `AskRefused`. */
export async function ask(send: typeof fetch, numbers: Numbers): Promise<Answer> {
  try {
    return await askOnce(send, numbers).catch((cause: unknown) => {
      // A device that slept over it, or an exam centre that was started anew: one more is worked for.
      if (cause instanceof Refusing && cause.reason === 'challenge_expired') return askOnce(send, numbers);
      throw cause;
    });
  } catch (cause) {
    if (!(cause instanceof Refusing)) throw cause;
    const { reason } = cause;
    throw new AskRefused(reason === 'numbers_wrong' || reason === 'too_many_tries' ? reason : 'centre_error', cause);
  }
}
