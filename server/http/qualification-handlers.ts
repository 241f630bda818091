import type { qualificationRoutes } from '../../shared/contract/qualification.ts';
import type { trainingRoutes } from '../../shared/contract/training.ts';
import type { Qualifications } from '../services/qualification/qualifications.ts';
import type { Training } from '../services/qualification/training.ts';
import type { Handlers } from './register-routes.ts';

interface Parts {
  qualifications: Qualifications;
  training: Training;
}

/** What each route of the training room and of passes does. */
export function qualificationHandlers({
  qualifications,
  training,
}: Parts): Pick<Handlers, keyof typeof qualificationRoutes | keyof typeof trainingRoutes> {
  const staffId = (params: Record<string, string>) => params.staffId ?? '';
  const runId = (params: Record<string, string>) => params.runId ?? '';
  return {
    qualifications: () => qualifications.overview(),
    putQualificationRules: ({ caller, body }) => qualifications.putRules(caller, body),
    grantPass: ({ caller, params, body }) => qualifications.grant(caller, staffId(params), body),
    withdrawPass: ({ caller, params, body }) => qualifications.withdraw(caller, staffId(params), body.reason),
    trainingRoom: ({ caller }) => training.room(caller),
    beginRun: ({ caller, body }) => training.begin(caller, body.run),
    runScenes: ({ caller, params }) => training.scenes(caller, runId(params)),
    flagInRun: async ({ caller, params, body }) => {
      await training.flag(caller, runId(params), body);
      return {};
    },
    runQuestions: ({ caller, params }) => training.questions(caller, runId(params)),
    endRun: ({ caller, params, body }) => training.end(caller, runId(params), body.answers),
  };
}
