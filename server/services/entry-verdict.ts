import { type Entry, isOfItem } from '../../shared/domain/entry.ts';
import { isRegistered, type RegisteredKinds } from '../../shared/domain/registration.ts';
import { entryVerdict } from '../../shared/domain/timetable.ts';
import type { Row, StoredVerdict } from '../sql/tables.ts';
import type { ExaminationBook } from './examination-book.ts';

interface Circumstances {
  book: ExaminationBook;
  examinationId: string;
  /** What its candidate is registered for. */
  registered: RegisteredKinds;
  receipts: readonly Row<'receipt'>[];
  fenced: boolean;
  receivedAt: number;
  /** It comes in an answer file that was brought too late. */
  broughtLate: boolean;
}

/** Whether an entry counts, and if not, why it is only evidence. What is of no item, a violation, always counts. */
export function storedVerdict(
  { at, body }: Entry,
  { book, examinationId, registered, receipts, fenced, receivedAt, broughtLate }: Circumstances,
): StoredVerdict {
  if (fenced) return 'fenced';
  if (!isOfItem(body)) return 'accepted';
  const session = book.sessionOfItem(examinationId, body.itemId);
  if (!session || session.id !== body.sessionId) return 'unknown_item';
  if (!isRegistered(session, registered)) return 'not_registered';
  const receipt = receipts.find((row) => row.session_id === session.id);
  if (receipt && at > receipt.handed_in_at) return at >= session.endsAt ? 'after_deadline' : 'after_hand_in';
  const verdict = entryVerdict(session, at, receivedAt);
  return broughtLate && verdict === 'late_synced' ? 'brought_late' : verdict;
}

/** Made too late, or for nothing that is asked of this candidate: evidence, of the attempt's own epoch. */
export const REFUSED: readonly StoredVerdict[] = ['after_deadline', 'after_hand_in', 'unknown_item', 'not_registered'];

export const counts = (verdict: StoredVerdict): boolean => verdict === 'accepted' || verdict === 'late_synced';
