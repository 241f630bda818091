import { canonicalJson } from '../support/canonical-json.ts';
import { sha256Hex } from '../support/sha256.ts';
import { intactLinks } from './hash-chain.ts';
import type { JournalDamage } from './journal-damage.ts';
import type { ResponseValue } from './paper.ts';
import type { ViolationKind } from './violation.ts';

/**
 * What one journal entry says. Answers, violations and what was found damaged share the journal so that none can be lost
 * alone (VIO-1).
 */
export type EntryBody =
  | { type: 'response'; sessionId: string; itemId: string; value: ResponseValue | null }
  | { type: 'flag'; sessionId: string; itemId: string; flagged: boolean }
  | { type: 'violation'; kind: ViolationKind; durationMs: number; detail: Record<string, string | number | boolean> }
  | { type: 'journal_damage'; damages: JournalDamage[] };

/** Of an item, and so of its session: an answer or a flag. */
export type ItemBody = Extract<EntryBody, { itemId: string }>;

export const isOfItem = (body: EntryBody): body is ItemBody => body.type === 'response' || body.type === 'flag';

interface Place {
  epoch: number;
  seq: number;
}

/** Where an entry was first written when it is carried into a new epoch at re-entry (ANS-4). */
export interface EntryOrigin extends Place {
  /** Where it was written again before, oldest first: any of these may be the only one that a damaged disk still shows. */
  over?: Place[] | undefined;
}

/**
 * One line of the journal (ANS-2). `seq` counts from 1 within an epoch. `at` is milliseconds on the server's
 * clock as the client knew it. `prev` is the hash of the entry before, `GENESIS` for the first of an epoch.
 */
export interface Entry {
  attemptId: string;
  epoch: number;
  seq: number;
  at: number;
  body: EntryBody;
  origin?: EntryOrigin | undefined;
  prev: string;
  hash: string;
}

/** What the next copy of an entry says of where it comes from. */
export const originOfCopy = ({ epoch, seq, origin }: Entry): EntryOrigin =>
  origin ? { ...origin, over: [...(origin.over ?? []), { epoch, seq }] } : { epoch, seq };

/** Every earlier place of a carried entry. */
export const placesBefore = ({ epoch, seq, over = [] }: EntryOrigin): readonly Place[] => [{ epoch, seq }, ...over];

export type UnchainedEntry = Omit<Entry, 'prev' | 'hash'>;

export const GENESIS = '0'.repeat(64);

/** What an entry's hash covers: the canonical JSON of everything but the hash itself. */
export function entryText(entry: UnchainedEntry, prev: string): string {
  const { attemptId, epoch, seq, at, body, origin } = entry;
  return canonicalJson({ attemptId, epoch, seq, at, body, origin, prev });
}

export function hashEntry(entry: UnchainedEntry, prev: string): Promise<string> {
  return sha256Hex(entryText(entry, prev));
}

export async function chainEntry(entry: UnchainedEntry, prev: string): Promise<Entry> {
  return { ...entry, prev, hash: await hashEntry(entry, prev) };
}

/** How many leading entries of one epoch form an intact chain from `prev` on. */
export const intactPrefix = (entries: readonly Entry[], prev = GENESIS, firstSeq = 1): Promise<number> =>
  intactLinks(entries, (entry) => entryText(entry, entry.prev), prev, firstSeq);
