import type { markingRoutes } from '../../shared/contract/marking.ts';
import type { resultRoutes } from '../../shared/contract/results.ts';
import type { Marking } from '../services/marking.ts';
import type { MarkingAssignments } from '../services/marking-assignments.ts';
import type { Results } from '../services/results.ts';
import type { Handlers } from './register-routes.ts';

/** What each route of the marking does: one call of a service. */
export function markingHandlers(
  marking: Marking,
  assignments: MarkingAssignments,
): Pick<Handlers, keyof typeof markingRoutes> {
  return {
    markingAssignments: () => assignments.overview(),
    assignMarker: async ({ caller, body }) => {
      await assignments.assign(caller, body);
      return {};
    },
    markingOverview: ({ caller }) => marking.overview(caller),
    markingMaterial: ({ caller, body }) => marking.material(caller, body),
    nextResponse: ({ caller, body }) => marking.next(caller, body),
    markedResponse: ({ caller, params }) => marking.again(caller, params.code ?? ''),
    giveMark: async ({ caller, params, body }) => {
      await marking.give(caller, params.code ?? '', body);
      return {};
    },
  };
}

/** What each route of the results does. */
export function resultHandlers(results: Results): Pick<Handlers, keyof typeof resultRoutes> {
  return {
    results: async ({ params }) => ({ results: await results.ofAttempt(params.attemptId ?? '') }),
    examinationResults: async ({ params }) => ({
      candidates: await results.ofExamination(params.examinationId ?? ''),
    }),
    candidateResults: ({ params }) => results.ofCandidate(params.candidateId ?? ''),
  };
}
