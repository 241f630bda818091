import { useState } from 'react';
import type { AttemptEvent, WallPlace } from '../../../shared/contract/views.ts';
import type { Clearance } from '../../../shared/domain/clearance.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { goTo } from '../route.ts';
import { clockText } from '../time-text.ts';
import { useMay } from '../use-may.ts';
import { momentBefore } from './before-event.ts';
import { ClearFindingDialog } from './ClearFindingDialog.tsx';
import { classOfEvent } from './class-of-event.ts';
import styles from './EventTable.module.css';
import { eventDetailText } from './event-detail.ts';
import { eventListWords } from './event-list-words.ts';
import { eventWords } from './event-words.ts';
import { FindingStills } from './FindingStills.tsx';
import { SnapshotPictures } from './SnapshotPictures.tsx';

const PAGE = 100;

interface EventTableProps {
  events: readonly AttemptEvent[];
  /** What proctors said of findings, by the finding's event. */
  cleared: ReadonlyMap<string, Clearance>;
  sessions: readonly Session[];
  /** Attempt id -> its place: adds a column that leads to the candidate. Left out: all events are of one candidate. */
  placeOf?: ReadonlyMap<string, WallPlace>;
}

/** Events in words, in the order given. */
export function EventTable({ events, cleared, sessions, placeOf }: EventTableProps) {
  const words = useWords(eventListWords);
  const { kind: kinds, found } = useWords(eventWords);
  const mayClear = useMay('clearFinding');
  const mayWatch = useMay('attemptActivity');
  const [judged, setJudged] = useState<AttemptEvent | null>(null);
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
            <th scope="col">{words.judge}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((event) => {
            const place = placeOf?.get(event.attemptId);
            const findingClass = classOfEvent(event);
            const clearance = cleared.get(event.id);
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
                  {findingClass && (
                    <span className={clearance ? styles.informed : styles[findingClass]}>
                      {clearance ? found.cleared : found[findingClass]}
                    </span>
                  )}
                  {kinds[event.kind]}
                </td>
                <td className={styles.detail}>
                  {eventDetailText(event, sessions, language)}
                  {event.kind === 'snapshot' && <SnapshotPictures event={event} />}
                  <FindingStills event={event} />
                  {findingClass && mayWatch && (
                    <>
                      {' '}
                      <button
                        type="button"
                        className={styles.link}
                        aria-label={words.watchOne(kinds[event.kind], clockText(event.at))}
                        onClick={() => goTo({ page: 'review', attemptId: event.attemptId, at: momentBefore(event) })}
                      >
                        {words.watch}
                      </button>
                    </>
                  )}
                  {clearance && <p>{words.clearedBy(clearance.by, clearance.reason)}</p>}
                </td>
                <td className={styles.judge}>
                  {mayClear && findingClass && (
                    <button
                      type="button"
                      className={styles.link}
                      aria-label={(clearance ? words.restoreOne : words.clearOne)(
                        kinds[event.kind],
                        clockText(event.at),
                      )}
                      onClick={() => setJudged(event)}
                    >
                      {clearance ? words.restore : words.clear}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {judged && (
        <ClearFindingDialog
          finding={judged}
          cleared={cleared.has(judged.id)}
          said={[
            placeOf?.get(judged.attemptId)?.name,
            clockText(judged.at),
            kinds[judged.kind],
            eventDetailText(judged, sessions, language),
          ]
            .filter(Boolean)
            .join(' · ')}
          onClose={() => setJudged(null)}
        />
      )}
      {left > 0 && (
        <Button className={dense.button} onClick={() => setPages(pages + 1)}>
          {words.more(Math.min(PAGE, left))}
        </Button>
      )}
    </>
  );
}
