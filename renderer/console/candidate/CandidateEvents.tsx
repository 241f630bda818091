import { clearances } from '../../../shared/domain/clearance.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { useWords } from '../../ui/language.tsx';
import { EventTable } from '../events/EventTable.tsx';
import { eventListWords } from '../events/event-list-words.ts';
import { LateEntriesSection } from './LateEntriesSection.tsx';
import { Loading } from './Loading.tsx';
import { useAttemptData } from './use-attempt-data.ts';

interface CandidateEventsProps {
  attemptId: string;
  sessions: readonly Session[];
  freshness: string;
}

/** Everything that happened to one attempt, newest first. */
export function CandidateEvents({ attemptId, sessions, freshness }: CandidateEventsProps) {
  const words = useWords(eventListWords);
  const data = useAttemptData('attemptEvents', attemptId, freshness);
  const known = data.value?.events ?? [];
  const events = [...known].sort((left, right) => right.at - left.at);
  return (
    <>
      <Loading data={data} />
      {data.value && events.length === 0 && <p>{words.emptyCandidate}</p>}
      {events.some(({ kind }) => kind === 'entries_late' || kind === 'entries_fenced') && (
        <LateEntriesSection route="lateEntries" attemptId={attemptId} freshness={freshness} />
      )}
      {events.length > 0 && <EventTable events={events} cleared={clearances(known)} sessions={sessions} />}
    </>
  );
}
