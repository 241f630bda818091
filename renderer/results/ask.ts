import type { Refusal, RouteBody, RouteName, RouteReply, routes } from '../../shared/contract/http.ts';
import type { Reason } from '../../shared/support/fault.ts';
import { findWork } from './find-work.ts';

/** The contract's own module would bring zod along; the types keep these paths equal to it. */
const PATHS: {
  [Name in 'resultChallenge' | 'queryResult' | 'helpLines' | 'fileComplaint']: (typeof routes)[Name]['path'];
} = {
  resultChallenge: '/api/results/challenge',
  queryResult: '/api/results/query',
  helpLines: '/api/help',
  fileComplaint: '/api/complaints',
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
export type HelpLines = RouteReply<'helpLines'>;
export type Complaint = Pick<RouteBody<'fileComplaint'>, 'text' | 'contact' | 'regionId'>;

class Refusing extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

async function call<Name extends RouteName & keyof typeof PATHS>(
  send: typeof fetch,
  name: Name,
  body: RouteBody<Name> | null,
): Promise<RouteReply<Name>> {
  let response: Response;
  try {
    response = await send(PATHS[name], {
      ...{ method: body === null ? 'GET' : 'POST', cache: 'no-store' },
      ...(body === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new AskRefused('unreachable', cause);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer) return answer as RouteReply<Name>;
  throw new Refusing(((answer || { reason: 'server_error' }) as Pick<Refusal, 'reason'>).reason);
}

/** Works for a challenge, and asks; once more where the challenge has expired meanwhile. Throws `AskRefused`. */
async function worked<Reply>(
  send: typeof fetch,
  bound: readonly string[],
  then: (work: { challenge: string; counter: number }) => Promise<Reply>,
): Promise<Reply> {
  const once = async (): Promise<Reply> => {
    const { challenge } = await call(send, 'resultChallenge', {});
    return then({ challenge, counter: await findWork({ challenge, bound }) });
  };
  try {
    return await once().catch((cause: unknown) => {
      // A device that slept over it, or an exam centre that was started anew: one more is worked for.
      if (cause instanceof Refusing && cause.reason === 'challenge_expired') return once();
      throw cause;
    });
  } catch (cause) {
    if (!(cause instanceof Refusing)) throw cause;
    const { reason } = cause;
    throw new AskRefused(reason === 'numbers_wrong' || reason === 'too_many_tries' ? reason : 'centre_error', cause);
  }
}

/** A candidate's own results (RES-2). Throws `AskRefused`. */
export const ask = (send: typeof fetch, numbers: Numbers): Promise<Answer> =>
  worked(send, [numbers.admissionNo, numbers.identityNo], (work) => call(send, 'queryResult', { ...work, ...numbers }));

/** Hands a complaint in (HELP-2). Throws `AskRefused`. */
export const complain = (send: typeof fetch, complaint: Complaint): Promise<RouteReply<'fileComplaint'>> => {
  const { text, contact } = { text: complaint.text.trim(), contact: complaint.contact.trim() };
  return worked(send, [text, contact], (work) => call(send, 'fileComplaint', { ...work, ...complaint, text, contact }));
};

/** Whom to call, by region (HELP-1). Throws. */
export const helpLines = (send: typeof fetch): Promise<HelpLines> => call(send, 'helpLines', null);
