import { createHash, timingSafeEqual } from 'node:crypto';
import type { RouteBody, RouteReply } from '../../../shared/contract/http.ts';
import { normaliseIdentityNumber } from '../../../shared/domain/identity-number.ts';
import { publicationAt } from '../../../shared/domain/publication.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import type { HelpLines } from '../help/help-lines.ts';
import { createTryLimit, type TryLimitParts } from '../try-limit.ts';
import type { Challenges } from './challenges.ts';
import { lineOfAddress } from './line-of-address.ts';

/** A whole institution may ask from behind one address, so it has more tries than one person's numbers. */
const FAILURES_OF_A_LINE = 40;

export interface ResultQuery {
  challenge(): string;
  /** Throws `challenge_expired`, `too_many_tries` or `numbers_wrong`. */
  query(address: string, body: RouteBody<'queryResult'>): Promise<RouteReply<'queryResult'>>;
}

interface Parts extends TryLimitParts {
  store: Pick<Storage, 'findCandidateByAdmission' | 'publicationsOf' | 'publishedResultOf'>;
  challenges: Challenges;
  helpLines: Pick<HelpLines, 'of'>;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** A candidate asks for their own results, without an account (RES-2). */
export function createResultQuery(parts: Parts): ResultQuery {
  const { store, clock, challenges, helpLines } = parts;
  const lines = createTryLimit(parts, 'results from', FAILURES_OF_A_LINE);
  const numbers = createTryLimit(parts, 'results of');

  return {
    challenge: challenges.issue,
    async query(address, { challenge, counter, ...typed }) {
      const line = lineOfAddress(address);
      await lines.check(line);
      await challenges.spend({ challenge, bound: [typed.admissionNo, typed.identityNo] }, counter);
      const admissionNo = typed.admissionNo.normalize('NFKC').trim();
      const identityNo = normaliseIdentityNumber(typed.identityNo);
      const names = [`admission ${admissionNo}`, `identity ${identityNo}`];
      for (const name of names) await numbers.check(name);
      const candidate = await store.findCandidateByAdmission(admissionNo);
      // Compared in either case, so that the time it takes does not tell which of the two numbers exists.
      const same = timingSafeEqual(digest(candidate?.identity_no ?? ''), digest(identityNo));
      if (!candidate || !same) {
        // A right answer takes nothing of this back: whoever knows one pair could otherwise try others without end.
        await lines.failed(line);
        for (const name of names) await numbers.failed(name);
        throw new Fault('numbers_wrong');
      }
      const publications = await store.publicationsOf(candidate.examination_id);
      const holding = publicationAt(publications, clock.now());
      const json = holding ? await store.publishedResultOf(holding, candidate.id) : undefined;
      return {
        ...helpLines.of(candidate),
        visibleFrom: (holding ?? publications.at(-1))?.visibleFrom ?? null,
        corrected: holding !== null && publicationAt(publications, holding.visibleFrom - 1) !== null,
        result: json === undefined ? null : JSON.parse(json),
      };
    },
  };
}
