import type { RouteReply } from '../../../shared/contract/http.ts';
import type { LateEntry } from '../../../shared/contract/late-entries.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { eventWords } from '../events/event-words.ts';
import { ReadResponse } from '../ReadResponse.tsx';
import { momentText } from '../time-text.ts';
import { LateAdmission } from './LateAdmission.tsx';
import styles from './LateEntriesSection.module.css';
import { Loading } from './Loading.tsx';
import { lateEntryWords } from './late-entry-words.ts';
import { useAttemptData } from './use-attempt-data.ts';

interface LateEntriesSectionProps {
  /** Each role reads by its own route. */
  route: 'lateEntries' | 'lateEntriesForOrganiser';
  attemptId: string;
  freshness: string;
  /** The organiser decided that what came in a late file counts. */
  onAdmitted?: () => void;
}

const none: RouteReply<'lateEntries'> = { count: 0, entries: [], undecided: 0, admissions: [] };

/** What came late, entry by entry, so that a person can look at what counts for nothing by rule (ANS-5, TIME-2). */
export function LateEntriesSection({ route, attemptId, freshness, onAdmitted }: LateEntriesSectionProps) {
  const words = useWords(lateEntryWords);
  const data = useAttemptData(route, attemptId, freshness);
  const { count, entries, undecided, admissions } = data.value ?? none;
  if (data.value && count === 0) return null;
  return (
    <details className={styles.section} data-testid="late-entries">
      <summary className={styles.summary}>
        {words.title(count)}
        {undecided > 0 && words.undecidedOf(undecided)}
      </summary>
      <Loading data={data} />
      {admissions.map(({ at, by, entries: admitted, reason }) => (
        <p key={at} className={styles.admitted} data-testid="late-admission">
          {words.admitted(momentText(at), by, admitted, reason)}
        </p>
      ))}
      {route === 'lateEntriesForOrganiser' && undecided > 0 && (
        <LateAdmission
          {...{ attemptId, undecided }}
          onAdmitted={() => {
            data.reload();
            onAdmitted?.();
          }}
        />
      )}
      <p className={styles.note}>{words.note}</p>
      {count > entries.length && <p className={styles.note}>{words.onlyLatest(entries.length)}</p>}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={`${entry.epoch} ${entry.seq}`} className={styles.entry} data-verdict={entry.verdict}>
            <p className={styles.head}>
              <strong>{entry.item ? words.item(entry.item.number) : words.noItem}</strong>
              <span className={classNames(styles.verdict, entry.verdict === 'late_synced' && styles.counts)}>
                {words.verdicts[entry.verdict]}
              </span>
            </p>
            <Content entry={entry} />
            <p className={classNames(styles.note, 'tabular')}>
              {words.times(momentText(entry.at), momentText(entry.receivedAt))}
              {' · '}
              {words.place(entry.epoch, entry.seq)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Content({ entry: { body, item } }: { entry: LateEntry }) {
  const words = useWords(lateEntryWords);
  const kinds = useWords(eventWords).kind;
  switch (body.type) {
    case 'flag':
      return <p>{body.flagged ? words.flagged : words.unflagged}</p>;
    case 'violation':
      return <p>{kinds[body.kind]}</p>;
    case 'journal_damage':
      return <p>{kinds.journal_damaged}</p>;
    case 'response':
      if (body.value === null) return <p>{words.cleared}</p>;
      if (!item) return <p>{words.unreadable(body.itemId)}</p>;
      return <ReadResponse item={item.item} response={{ kind: 'written', value: body.value }} />;
  }
}
