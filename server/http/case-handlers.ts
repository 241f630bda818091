import type { caseRoutes } from '../../shared/contract/cases.ts';
import type { Adjudication } from '../services/adjudication.ts';
import type { Handlers } from './register-routes.ts';

/** What each route of adjudication does: one call of a service. */
export function caseHandlers(cases: Adjudication): Pick<Handlers, keyof typeof caseRoutes> {
  const caseId = (params: Record<string, string>) => params.caseId ?? '';
  return {
    cases: async () => ({ cases: await cases.all() }),
    attemptCases: async ({ params }) => ({ cases: await cases.ofAttempt(params.attemptId ?? '') }),
    reportCase: ({ caller, params, body }) => cases.report(caller, params.attemptId ?? '', body),
    judgeCase: ({ caller, params, body }) => cases.judge(caller, caseId(params), body),
    passOnCase: ({ caller, params, body }) => cases.passOn(caller, caseId(params), body.text),
    decideCase: ({ caller, params, body }) => cases.decide(caller, caseId(params), body),
    appealCase: ({ caller, params, body }) => cases.appeal(caller, caseId(params), body.text),
  };
}
