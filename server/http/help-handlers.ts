import type { helpRoutes } from '../../shared/contract/help.ts';
import type { Complaints } from '../services/help/complaints.ts';
import type { HelpLines } from '../services/help/help-lines.ts';
import type { Handlers } from './register-routes.ts';

interface Parts {
  helpLines: HelpLines;
  complaints: Complaints;
}

/** What each route of help and complaints does. */
export function helpHandlers({ helpLines, complaints }: Parts): Pick<Handlers, keyof typeof helpRoutes> {
  return {
    helpLines: async () => helpLines.all,
    fileComplaint: ({ address, body }) => complaints.file(address, body),
    complaints: () => complaints.list(),
    addComplaintStep: ({ caller, params, body }) => complaints.addStep(caller, params.complaintId ?? '', body),
  };
}
