import { useMemo, useState } from 'react';
import type { EventKind } from '../../../shared/contract/views.ts';
import { clearances } from '../../../shared/domain/clearance.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { PageHead } from '../PageHead.tsx';
import { goTo } from '../route.ts';
import { Select } from '../Select.tsx';
import { useMay } from '../use-may.ts';
import { roomSessions } from '../wall/room-sessions.ts';
import type { Wall } from '../wall/wall-store.ts';
import { classOfEvent } from './class-of-event.ts';
import styles from './EventsPage.module.css';
import { EventTable } from './EventTable.tsx';
import { eventListWords } from './event-list-words.ts';
import { eventWords } from './event-words.ts';
import { PrecisionTable } from './PrecisionTable.tsx';

/** What happened in the room, newest first. `admissionNo`: of one candidate only. */
export function EventsPage({ wall, admissionNo }: { wall: Wall; admissionNo: string | null }) {
  const words = useWords(eventListWords);
  const kinds = useWords(eventWords).kind;
  const mayCount = useMay('findingDecisions');
  const [kind, setKind] = useState<'all' | 'violations' | EventKind>('all');
  const { events, places, examinations } = wall;
  const placeOf = useMemo(
    () => new Map(places.flatMap((place) => (place.attemptId === null ? [] : [[place.attemptId, place] as const]))),
    [places],
  );
  const cleared = useMemo(() => clearances([...events].reverse()), [events]);
  const present = useMemo(() => [...new Set(events.map((event) => event.kind))], [events]);
  const attemptId = places.find((place) => place.admissionNo === admissionNo)?.attemptId;
  const shown = events.filter(
    (event) =>
      (admissionNo === null || event.attemptId === attemptId) &&
      (kind === 'all' || event.kind === kind || (kind === 'violations' && classOfEvent(event) === 'reported')),
  );
  return (
    <>
      <PageHead title={words.title}>
        <Select
          label={words.candidate}
          value={admissionNo ?? ''}
          onChange={(chosen) => goTo({ page: 'events', admissionNo: chosen || null })}
          options={[
            ['', words.everyone],
            ...places.map((place) => [place.admissionNo, `${place.name} ${place.admissionNo}`] as const),
          ]}
        />
        <Select
          label={words.kind}
          value={kind}
          onChange={(chosen) => setKind(chosen as typeof kind)}
          options={[
            ['all', words.everyKind],
            ['violations', words.onlyViolations],
            ...present.map((each) => [each, kinds[each]] as const),
          ]}
        />
        <span className={classNames(styles.note, 'tabular')}>
          {words.shown(shown.length)} · {words.clockNote}
        </span>
      </PageHead>
      {mayCount && <PrecisionTable freshness={events.find((event) => event.kind.startsWith('finding_'))?.id ?? ''} />}
      {shown.length > 0 ? (
        <EventTable events={shown} cleared={cleared} sessions={roomSessions(examinations)} placeOf={placeOf} />
      ) : (
        <p className={styles.note}>{events.length === 0 ? words.empty : words.emptyFiltered}</p>
      )}
    </>
  );
}
