import { canonicalJson } from '../support/canonical-json.ts';
import { GENESIS } from './entry.ts';
import { intactLinks } from './hash-chain.ts';
import type { Session } from './timetable.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Until when an examination's recordings and pictures are kept: so many days from the end of its last session on. */
export const keptUntil = (sessions: readonly Pick<Session, 'endsAt'>[], days: number): number =>
  Math.max(...sessions.map(({ endsAt }) => endsAt)) + days * DAY_MS;

/** What is known of somebody of whom there are recordings or pictures. */
export interface KeptPerson {
  /** Cases about them that nobody has closed, appeals among them. */
  openCases: number;
  /** It was written down that the deletion begins, and not that it ended. */
  begun: boolean;
}

/** `held`: it would be deleted, but somebody may still have to look at it. */
export type RetentionState = 'kept' | 'held' | 'due';

/** What becomes of it now. A deletion that was begun is brought to its end: what is half there shows nothing fairly. */
export function retentionState({ openCases, begun }: KeptPerson, until: number, now: number): RetentionState {
  if (begun) return 'due';
  if (now < until) return 'kept';
  return openCases > 0 ? 'held' : 'due';
}

/** Whose it was. An applicant who was never seated has a photo and nothing else. */
export interface DeletionSubject {
  kind: 'candidate' | 'applicant';
  id: string;
  examinationId: string;
  /** Null: never signed in. */
  attemptId: string | null;
}

/** `listSha256`: over the canonical JSON of what goes, each by id and, where it is known, hash. */
export type DeletionStep =
  | { kind: 'begun'; recordings: number; stills: number; pictures: number; bytes: number; listSha256: string }
  | { kind: 'done' };

/** One link of the exam centre's log of deletions: `prev` is the hash before it, `GENESIS` for the first. */
export interface DeletionLink {
  seq: number;
  at: number;
  of: DeletionSubject;
  step: DeletionStep;
  prev: string;
  hash: string;
}

/** What a link's hash covers: the canonical JSON of everything but the hash itself. */
export const deletionText = ({ seq, at, of, step, prev }: Omit<DeletionLink, 'hash'>): string =>
  canonicalJson({ seq, at, of, step, prev });

/** How many leading links form an intact log: all of them, unless one was changed, removed or put in. */
export const intactDeletions = (links: readonly DeletionLink[]): Promise<number> =>
  intactLinks(links, deletionText, GENESIS);
