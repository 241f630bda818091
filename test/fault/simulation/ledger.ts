import type { EntryBody } from '../../../shared/domain/entry.ts';
import type { JournalDamage } from '../../../shared/domain/journal-damage.ts';
import type { MergedEntry } from '../../../shared/domain/reentry.ts';

/** One thing the candidate did, and what the window said about it. */
export interface Written {
  /** `epoch/seq` under which it was first written. */
  place: string;
  epoch: number;
  seq: number;
  computer: string;
  body: EntryBody;
  /** True time. */
  madeAt: number;
  /** How wrong the window may be about the time, by its own account. */
  uncertainty: number;
  /** Shown as saved on this computer, as received by the exam centre. */
  saved: boolean;
  received: boolean;
}

/** What candidates did and were shown, kept beside the product. */
export interface Ledger {
  readonly written: readonly Written[];
  /** Broken promises seen while they were made. */
  readonly broken: readonly string[];
  add(written: Omit<Written, 'place' | 'saved' | 'received'>): unknown;
  /** The window of this epoch has shown so much. */
  shown(epoch: number, upTo: { durable: number; cursor: number }): void;
  /** The list the candidate was shown at re-entry. */
  merged(entries: readonly MergedEntry[]): void;
  /** What the candidate and the proctor were told is damaged on this computer. */
  named(computer: string, damages: readonly JournalDamage[]): unknown;
  isNamed(computer: string, place: { epoch: number; seq: number }): boolean;
  /** Where an entry was first written, through however many re-entries it was carried. */
  rootOf(place: string, origin: string | null): string;
  /** Whether its candidate was told that the exam centre has a later answer. */
  isOlder(root: string): boolean;
  breach(what: string): void;
}

export const placeOf = ({ epoch, seq }: { epoch: number; seq: number }): string => `${epoch}/${seq}`;

export function createLedger(): Ledger {
  const written: Written[] = [];
  const broken = new Set<string>();
  const origins = new Map<string, string>();
  const older = new Set<string>();
  const told: (JournalDamage & { computer: string })[] = [];
  const rootOf = (place: string, origin: string | null): string => {
    const from = origin ?? origins.get(place);
    return from === undefined ? place : rootOf(from, null);
  };
  return {
    written,
    get broken() {
      return [...broken];
    },
    add: (made) => written.push({ ...made, place: placeOf(made), saved: false, received: false }),
    shown(epoch, { durable, cursor }) {
      for (const entry of written) {
        if (entry.epoch !== epoch) continue;
        entry.saved ||= entry.seq <= durable;
        entry.received ||= entry.seq <= cursor;
      }
    },
    merged(entries) {
      for (const { entry, outcome } of entries) {
        const place = placeOf(entry);
        if (entry.origin) origins.set(place, placeOf(entry.origin));
        if (outcome === 'older') older.add(rootOf(place, null));
      }
    },
    named: (computer, damages) => told.push(...damages.map((damage) => ({ ...damage, computer }))),
    isNamed: (computer, { epoch, seq }) =>
      told.some((one) => one.computer === computer && one.epoch === epoch && one.fromSeq <= seq && seq <= one.toSeq),
    rootOf,
    isOlder: (root) => older.has(root),
    breach: (what) => void broken.add(what),
  };
}
