import type { publicationRoutes } from '../../shared/contract/publication.ts';
import type { Publications } from '../services/publication/publications.ts';
import type { ResultQuery } from '../services/publication/result-query.ts';
import type { Handlers } from './register-routes.ts';

interface Parts {
  publications: Publications;
  resultQuery: ResultQuery;
}

/** What each route of publishing does. */
export function publicationHandlers({
  publications,
  resultQuery,
}: Parts): Pick<Handlers, keyof typeof publicationRoutes> {
  const examinationId = (params: Record<string, string>) => params.examinationId ?? '';
  return {
    publications: ({ params }) => publications.overview(examinationId(params)),
    publishResults: ({ caller, params, body }) => publications.publish(caller, examinationId(params), body),
    resultChallenge: async () => ({ challenge: resultQuery.challenge() }),
    queryResult: ({ address, body }) => resultQuery.query(address, body),
  };
}
