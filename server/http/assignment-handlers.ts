import type { assignmentRoutes } from '../../shared/contract/assignment.ts';
import type { Assignments } from '../services/assignment/assignments.ts';
import type { Handlers } from './register-routes.ts';

/** What each route of assignment does. */
export function assignmentHandlers(assignments: Assignments): Pick<Handlers, keyof typeof assignmentRoutes> {
  const examinationId = (params: Record<string, string>) => params.examinationId ?? '';
  return {
    assignments: ({ params }) => assignments.view(examinationId(params)),
    assign: ({ caller, params, body }) => assignments.assign(caller, examinationId(params), body),
    assignAutomatically: ({ caller, params }) => assignments.assignAutomatically(caller, examinationId(params)),
  };
}
