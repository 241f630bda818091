import type { RouteReply } from '../../shared/contract/http.ts';
import type { LateAdmission, LateEntry } from '../../shared/contract/late-entries.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { EntryBody } from '../../shared/domain/entry.ts';
import { itemsOf } from '../../shared/domain/paper.ts';
import type { Storage } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';

export interface LateEntries {
  /** What of this attempt came late, the newest first, so that a person can look at it. */
  of(attemptId: string): Promise<RouteReply<'lateEntries'>>;
}

const admissionOf = ({ kind, at, detail: { by, reason, entries } }: AttemptEvent): LateAdmission[] =>
  kind === 'late_answers_admitted' ? [{ at, by: String(by), reason: String(reason), entries: Number(entries) }] : [];

/** Nobody reads more; an outage of twelve hours can leave twenty thousand. */
const MOST_SHOWN = 500;

export function createLateEntries({ store, book }: { store: Storage; book: ExaminationBook }): LateEntries {
  function itemOf(examinationId: string, body: EntryBody): LateEntry['item'] {
    if (body.type !== 'response' && body.type !== 'flag') return null;
    const session = book.sessionOfItem(examinationId, body.itemId);
    if (!session) return null;
    const items = itemsOf(book.paper(session.id).paper);
    const index = items.findIndex(({ id }) => id === body.itemId);
    const item = items[index];
    return item ? { number: index + 1, item } : null;
  }

  return {
    async of(attemptId) {
      const { examination_id, epoch: present } = await store.findAttempt(attemptId);
      const rows = await store.lateEntriesOf(attemptId, MOST_SHOWN);
      const entries = rows.map(({ epoch, seq, at, received_at, verdict, body_json }) => {
        const body: EntryBody = JSON.parse(body_json);
        return { epoch, seq, at, receivedAt: received_at, verdict, body, item: itemOf(examination_id, body) };
      });
      return {
        count: await store.countLateEntries(attemptId),
        entries: entries as LateEntry[],
        undecided: await store.countSetAside(attemptId, present),
        admissions: (await store.eventsOf(attemptId)).flatMap(admissionOf),
      };
    },
  };
}
