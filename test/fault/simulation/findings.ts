import { createStorage } from '../../../server/sql/storage.ts';
import type { Row } from '../../../server/sql/tables.ts';
import { type EntryBody, isOfItem } from '../../../shared/domain/entry.ts';
import { type AnswerState, foldEntries, hashResponses } from '../../../shared/domain/fold.ts';
import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import type { ExamCentre } from './exam-centre.ts';
import { ENDS_AT, ITEM_IDS, SESSION } from './examination.ts';
import { type Ledger, placeOf, type Written } from './ledger.ts';
import type { Seat } from './seat.ts';

export interface Counts {
  written: number;
  acknowledged: number;
  present: number;
  duplicated: number;
  reordered: number;
  lost: number;
}

interface Ended {
  seats: readonly Seat[];
  centre: ExamCentre;
  ledger: Ledger;
}

const counting = ({ verdict }: Row<'entry'>): boolean => verdict === 'accepted' || verdict === 'late_synced';
const bodyOf = (row: Row<'entry'>): EntryBody => JSON.parse(row.body_json);
const originOf = (row: Row<'entry'>): string | null => (row.origin_json ? placeOf(JSON.parse(row.origin_json)) : null);

/** What a candidate may compare: order of flags means nothing. */
const shownOf = ({ responses, flags }: AnswerState): string => canonicalJson({ responses, flags: [...flags].sort() });

/** Looks at everything after the end: what was written, shown, stored and folded must be one story. */
export async function findings({ seats, centre, ledger }: Ended): Promise<{ counts: Counts; faults: string[] }> {
  const faults = [...ledger.broken];
  const { file, db } = centre.database;
  const rows = file.prepare('SELECT * FROM entry ORDER BY epoch, seq').all() as Row<'entry'>[];
  const rowAt = new Map(rows.map((row) => [placeOf(row), row]));
  const [attempt] = file.prepare('SELECT * FROM attempt').all() as Row<'attempt'>[];
  const [receipt] = file.prepare('SELECT * FROM receipt').all() as Row<'receipt'>[];
  const epochs = file.prepare('SELECT * FROM epoch').all() as Row<'epoch'>[];
  const destroyed = new Set(seats.flatMap(({ computer }) => [...computer.disk.destroyed.keys()]));
  const copies = new Map<string, Row<'entry'>[]>();
  for (const row of rows) {
    const root = ledger.rootOf(placeOf(row), originOf(row));
    copies.set(root, [...(copies.get(root) ?? []), row]);
  }
  const counts: Counts = {
    written: ledger.written.length,
    acknowledged: 0,
    present: 0,
    duplicated: 0,
    reordered: 0,
    lost: 0,
  };

  /** Whether the server has a later entry of the same kind for the same item: what the candidate was told of it. */
  const hasLater = ({ body, madeAt, uncertainty, place }: Written): boolean =>
    rows.some((row) => {
      const other = bodyOf(row);
      if (!counting(row) || !isOfItem(other) || !isOfItem(body) || placeOf(row) === place) return false;
      return other.type === body.type && other.itemId === body.itemId && row.at > madeAt - uncertainty - 1;
    });
  /** Why an entry that was shown does not count at the end, when that is right. */
  const excused = (entry: Written): boolean => {
    const verdicts = (copies.get(entry.place) ?? []).map(({ verdict }) => verdict);
    if (ledger.isOlder(entry.place)) return hasLater(entry);
    if (verdicts.includes('after_deadline')) return entry.madeAt >= ENDS_AT - entry.uncertainty - 1;
    if (verdicts.includes('after_hand_in')) {
      return receipt !== undefined && entry.madeAt >= receipt.handed_in_at - entry.uncertainty - 1;
    }
    return destroyed.has(entry.place) && !entry.received;
  };

  for (const entry of ledger.written) {
    const row = rowAt.get(entry.place);
    const made = copies.get(entry.place) ?? [];
    const countingCopies = made.filter(counting).length;
    if (entry.received) counts.acknowledged += 1;
    if (made.length > 0) counts.present += 1;
    if (countingCopies > 1) {
      counts.duplicated += 1;
      faults.push(`[ANS-2] ${entry.place} counts ${countingCopies} times`);
    }
    if (row && canonicalJson(bodyOf(row)) !== canonicalJson(entry.body)) {
      counts.reordered += 1;
      faults.push(`[ANS-2] ${entry.place} is another entry at the server`);
    }
    if (entry.received && !row) {
      counts.lost += 1;
      faults.push(`[ANS-1] ${entry.place} was shown as received and is not at the server`);
    } else if ((entry.saved || entry.received) && countingCopies === 0 && !excused(entry)) {
      counts.lost += 1;
      const verdicts = made.map(({ verdict }) => verdict).join(', ') || 'nowhere';
      faults.push(`[ANS-4] ${entry.place} was shown as ${entry.received ? 'received' : 'saved'} and is ${verdicts}`);
    }
    if (countingCopies > 0 && entry.body.type !== 'violation' && entry.madeAt > ENDS_AT + entry.uncertainty + 1) {
      faults.push(`[TIME-2] ${entry.place} was made ${entry.madeAt - ENDS_AT} ms after the end and counts`);
    }
  }

  for (const { computer } of seats) {
    for (const [place, { epoch, seq, telltale }] of computer.disk.destroyed) {
      if (!telltale || rowAt.has(place) || ledger.isNamed(computer.id, { epoch, seq })) continue;
      if (copies.has(place)) continue;
      faults.push(`[ANS-4] ${place} was destroyed on ${computer.id} and nobody was told`);
    }
  }
  for (const { epoch, cursor, fenced_at } of epochs) {
    const mine = rows.filter((row) => row.epoch === epoch);
    if (mine.some(({ seq }, index) => index < cursor && seq !== index + 1))
      faults.push(`[ANS-2] epoch ${epoch} has a hole`);
    const merged = mine.filter((row) => fenced_at !== null && counting(row) && row.received_at > fenced_at);
    if (merged.length > 0) faults.push(`[ANS-5] ${merged.length} late entries of fenced epoch ${epoch} count`);
  }

  if (!attempt) return { counts, faults };
  const { state } = await createStorage(db).readAnswers(attempt.id);
  const folded = foldEntries(rows.filter(counting).map((row) => ({ body: bodyOf(row) })));
  if (shownOf(state) !== shownOf(folded)) faults.push('[ANS-3] the current answers are not the fold of the entries');
  const refused = rows.some((row) => !counting(row) && row.epoch === attempt.epoch);
  const last = seats.find(({ window }) => window?.signedIn)?.window?.log;
  if (!last) faults.push('[ANS-4] no window came back in the end');
  else if (!refused && shownOf(last.state) !== shownOf(state)) {
    faults.push('[ANS-3] the last window shows other answers than the server has');
  }
  const [opening] = file.prepare('SELECT at FROM opening').all();
  if (opening && !receipt) faults.push('[TIME-2] the session has no receipt');
  if (receipt) {
    const hash = await hashResponses(state.responses, ITEM_IDS);
    if (receipt.responses_hash !== hash) faults.push('[ANS-3] the receipt does not tell the hash of the answers');
    if (receipt.handed_in_at > ENDS_AT) faults.push('[TIME-1] handed in after the end');
  }
  const session = file.prepare('SELECT ends_at FROM session WHERE id = ?').get(SESSION) as Row<'session'>;
  if (session.ends_at !== ENDS_AT) faults.push('[TIME-1] the deadline has moved');
  return { counts, faults };
}
