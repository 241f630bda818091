import { canonicalJson } from '../support/canonical-json.ts';
import { GENESIS } from './entry.ts';
import { intactLinks } from './hash-chain.ts';
import type { StaffRole } from './staff.ts';

/** One publication of an examination's results; `prev` is the hash of the one before it, `GENESIS` for the first (RES-1). */
export interface PublicationLink {
  examinationId: string;
  seq: number;
  at: number;
  by: { id: string; name: string; role: StaffRole };
  /** From when on candidates are told. */
  visibleFrom: number;
  /** Why it was published although something was missing, or what it corrects. Empty for a first one that is whole. */
  reason: string;
  /** How many candidates' sessions were published without a score, for want of marks or because a case was open. */
  unmarked: number;
  openCases: number;
  candidates: number;
  /** Over the canonical JSON of everything that it says of everybody, in admission order. */
  resultsSha256: string;
  prev: string;
  hash: string;
}

type Timed = Pick<PublicationLink, 'at' | 'visibleFrom'>;

/**
 * What candidates are told of now: of those whose time has come the latest, unless it was replaced before its time came.
 * Null before the first. `publications`: of one examination, oldest first.
 */
export function publicationAt<Publication extends Timed>(
  publications: readonly Publication[],
  now: number,
): Publication | null {
  const replaced = (index: number, { visibleFrom }: Timed) =>
    publications.slice(index + 1).some(({ at }) => at < visibleFrom);
  const holding = publications.filter((each, index) => each.visibleFrom <= now && !replaced(index, each));
  return holding.at(-1) ?? null;
}

/** What a publication's hash covers: the canonical JSON of everything but the hash itself. */
export const publicationText = (link: Omit<PublicationLink, 'hash'>): string => {
  const { examinationId, seq, at, by, visibleFrom, reason, unmarked, openCases, candidates, resultsSha256, prev } =
    link;
  return canonicalJson({
    ...{ examinationId, seq, at, by, visibleFrom, reason, unmarked, openCases, candidates, resultsSha256, prev },
  });
};

/** How many leading publications of an examination form an intact chain. */
export const intactPublications = (links: readonly PublicationLink[]): Promise<number> =>
  intactLinks(links, publicationText, GENESIS);
