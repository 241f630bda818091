import { useState } from 'react';
import type { AttemptEvent, WallPlace } from '../../../shared/contract/views.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { VIOLATION_KINDS } from '../../../shared/domain/violation.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { goTo } from '../route.ts';
import { clockText } from '../time-text.ts';
import styles from './EventTable.module.css';
import { eventDetailText } from './event-detail.ts';
import { eventListWords } from './event-list-words.ts';
import { eventWords } from './event-words.ts';

const VIOLATIONS: ReadonlySet<string> = new Set(VIOLATION_KINDS);
const PAGE = 100;

interface EventTableProps {
  events: readonly AttemptEvent[];
  sessions: readonly Session[];
  /** Attempt id -> its place: adds a column that leads to the candidate. Left out: all events are of one candidate. */
  placeOf?: ReadonlyMap<string, WallPlace>;
}

/** Events in words, in the order given. */
export function EventTable({ events, sessions, placeOf }: EventTableProps) {
  const words = useWords(eventListWords);
  const { kind: kinds, violation } = useWords(eventWords);
  const { language } = useLanguage();
  const [pages, setPages] = useState(1);
  const shown = events.slice(0, pages * PAGE);
  const left = events.length - shown.length;
  return (
    <>
      <table className={styles.table} data-testid="events">
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            {placeOf && <th scope="col">{words.candidate}</th>}
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.detail}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((event) => {
            const place = placeOf?.get(event.attemptId);
            return (
              <tr key={event.id} data-kind={event.kind}>
                <td className={classNames(styles.time, 'tabular')}>{clockText(event.at)}</td>
                {placeOf && (
                  <td className={styles.who}>
                    {place && (
                      <button
                        type="button"
                        className={styles.link}
                        onClick={() => goTo({ page: 'candidate', admissionNo: place.admissionNo })}
                      >
                        {place.name}
                      </button>
                    )}
                  </td>
                )}
                <td className={styles.kind}>
                  {VIOLATIONS.has(event.kind) && <span className={styles.violation}>{violation}</span>}
                  {kinds[event.kind]}
                </td>
                <td className={styles.detail}>{eventDetailText(event, sessions, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 && (
        <Button className={dense.button} onClick={() => setPages(pages + 1)}>
          {words.more(Math.min(PAGE, left))}
        </Button>
      )}
    </>
  );
}
