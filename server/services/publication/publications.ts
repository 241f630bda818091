import { createHash } from 'node:crypto';
import type { RouteBody } from '../../../shared/contract/http.ts';
import type { PublicationsView, PublishedResult } from '../../../shared/contract/publication.ts';
import type { CandidateResult } from '../../../shared/contract/results.ts';
import { type CaseLink, sessionsUnderReview } from '../../../shared/domain/adjudication.ts';
import { GENESIS } from '../../../shared/domain/entry.ts';
import { intactPublications, publicationAt, publicationText } from '../../../shared/domain/publication.ts';
import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import type { StaffCaller } from '../callers.ts';
import type { ExaminationBook } from '../examination-book.ts';
import type { Log } from '../ports.ts';
import type { Results } from '../results.ts';
import { publishedResult } from './published-result.ts';

/** So many of those who are missing something are named. */
const NAMED = 50;

export interface Publications {
  /** What was published of an examination, and what a publication would lack now. */
  overview(examinationId: string): Promise<PublicationsView>;
  /** Throws `too_early` with `at`, or `results_incomplete` with `unmarked` and `openCases`. */
  publish(staff: StaffCaller, examinationId: string, body: RouteBody<'publishResults'>): Promise<PublicationsView>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  log: Log;
  results: Results;
}

/** One candidate, what would be published of them, and what was asked to know it. */
interface Ready {
  candidate: CandidateResult;
  result: PublishedResult;
}

type Lack = PublicationsView['lacks']['first'][number];

const countOf = (ready: readonly Ready[], wanted: PublishedResult['sessions'][number]['state']): number =>
  ready.flatMap(({ result }) => result.sessions).filter(({ state }) => state === wanted).length;

function lacksOf(ready: readonly Ready[]): PublicationsView['lacks'] {
  const first = ready.flatMap(({ candidate: { admissionNo, name }, result }) =>
    result.sessions.flatMap(({ sessionId, state }): Lack[] => {
      if (state === 'unmarked') return [{ kind: 'unmarked', sessionId, admissionNo, name }];
      return state === 'under_review' ? [{ kind: 'open_case', sessionId, admissionNo, name }] : [];
    }),
  );
  const counts = { unmarked: countOf(ready, 'unmarked'), openCases: countOf(ready, 'under_review') };
  return { ...counts, first: first.slice(0, NAMED) };
}

/** Publishes results for a date and time: kept as they were then, who and when, corrected by another publication (RES-1). */
export function createPublications({ store, clock, book, log, results }: Parts): Publications {
  const endOf = (examinationId: string) =>
    Math.max(...book.examination(examinationId).sessions.map(({ endsAt }) => endsAt));

  async function readyNow(examinationId: string): Promise<Ready[]> {
    const examination = book.examination(examinationId);
    const chains = new Map<string, CaseLink[]>();
    for (const link of await store.allCaseLinks()) {
      chains.set(link.attemptId, [...(chains.get(link.attemptId) ?? []), link]);
    }
    const attempts = new Map((await store.listCandidates(examinationId)).map(({ id, attempt_id }) => [id, attempt_id]));
    return (await results.ofExamination(examinationId)).map((candidate) => {
      const chain = chains.get(attempts.get(candidate.candidateId) ?? '') ?? [];
      return { candidate, result: publishedResult(examination, candidate, sessionsUnderReview(chain)) };
    });
  }

  async function view(examinationId: string, ready: readonly Ready[]): Promise<PublicationsView> {
    const publications = await store.publicationsOf(examinationId);
    const latest = publications.at(-1);
    const said = new Map(
      (latest ? await store.publishedResults(latest) : []).map((row) => [row.candidate_id, row.result_json]),
    );
    const changed = ({ candidate, result }: Ready) => said.get(candidate.candidateId) !== canonicalJson(result);
    return {
      ...{ endsAt: endOf(examinationId), lacks: lacksOf(ready) },
      intact: (await intactPublications(publications)) === publications.length,
      holding: publicationAt(publications, clock.now())?.seq ?? null,
      changed: latest ? ready.filter(changed).length : 0,
      publications: [...publications].reverse(),
    };
  }

  return {
    overview: async (examinationId) => view(examinationId, await readyNow(examinationId)),
    async publish(staff, examinationId, { visibleFrom, reason }) {
      const endsAt = endOf(examinationId);
      if (clock.now() < endsAt) throw new Fault('too_early', { at: endsAt });
      const ready = await readyNow(examinationId);
      const { unmarked, openCases } = lacksOf(ready);
      const resultsSha256 = createHash('sha256')
        .update(canonicalJson(ready.map(({ result }) => result)))
        .digest('hex');
      const seq = await store.transaction(async (all) => {
        const last = (await all.publicationsOf(examinationId)).at(-1);
        if ((unmarked + openCases > 0 || last) && reason === '') {
          throw new Fault('results_incomplete', { unmarked, openCases });
        }
        const at = clock.now();
        const link = {
          ...{ examinationId, seq: (last?.seq ?? 0) + 1, at, visibleFrom: Math.max(at, visibleFrom), reason },
          by: { id: staff.staffId, name: staff.name, role: staff.role },
          ...{ unmarked, openCases, candidates: ready.length, resultsSha256, prev: last?.hash ?? GENESIS },
        };
        await all.insertPublication({
          ...link,
          hash: createHash('sha256').update(publicationText(link)).digest('hex'),
        });
        await all.insertPublishedResults(
          ready.map(({ candidate: { candidateId: candidate_id }, result }) => ({
            ...{ examination_id: examinationId, seq: link.seq, candidate_id, result_json: canonicalJson(result) },
          })),
        );
        return link.seq;
      });
      log.info({ examinationId, seq, visibleFrom, by: staff.name }, 'results were published');
      return view(examinationId, ready);
    },
  };
}
