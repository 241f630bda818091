import type { rosterRoutes } from '../../shared/contract/roster.ts';
import type { RosterServices } from '../services/roster/roster-services.ts';
import type { Handlers } from './register-routes.ts';

/** What each route of the roster does: one call of a service. */
export function rosterHandlers({
  batches,
  photos,
  steps,
  changes,
}: RosterServices): Pick<Handlers, keyof typeof rosterRoutes> {
  const batchId = (params: Record<string, string>) => params.batchId ?? '';
  const applicantId = (params: Record<string, string>) => params.applicantId ?? '';
  return {
    batches: async () => ({ batches: await batches.list() }),
    makeBatch: ({ caller, body }) => batches.make(body, caller.name),
    batch: ({ params }) => batches.read(batchId(params)),
    confirmPayment: ({ caller, params, body }) => steps.confirmPayment(batchId(params), body.paidOn, caller.name),
    lockBatch: ({ caller, params }) => steps.lock(batchId(params), caller.name),
    photoVerdict: async ({ caller, params, body }) => {
      await photos.judge(applicantId(params), body, caller.name);
      return {};
    },
    correctApplicant: async ({ caller, params, body }) => {
      await changes.correct(applicantId(params), body, caller.name);
      return {};
    },
    requestChange: async ({ caller, params, body }) => {
      await changes.request(applicantId(params), body, caller);
      return {};
    },
    requestPhotoChange: async ({ caller, params, body }) => {
      await changes.requestPhoto(applicantId(params), body, caller);
      return {};
    },
    decideChange: async ({ caller, params, body }) => {
      await changes.decide(params.changeId ?? '', body, caller);
      return {};
    },
    audit: async ({ params }) => ({ lines: await batches.audit(applicantId(params)) }),
  };
}
