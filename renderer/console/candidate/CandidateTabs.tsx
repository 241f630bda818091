import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../../ui/language.tsx';
import { AttemptCases } from '../cases/AttemptCases.tsx';
import { useDesk } from '../desk.ts';
import { LedgerSection } from '../ledger/LedgerSection.tsx';
import { PlaybackSection } from '../playback/PlaybackSection.tsx';
import { sendsMessages, useMay } from '../use-may.ts';
import { useWatched } from '../use-watched.ts';
import type { Wall } from '../wall/wall-store.ts';
import { CandidateEvents } from './CandidateEvents.tsx';
import { CandidateMessages } from './CandidateMessages.tsx';
import styles from './CandidateTabs.module.css';
import { candidateWords } from './candidate-words.ts';
import { IdentitySection } from './IdentitySection.tsx';
import { RearViewConfirm } from './RearViewConfirm.tsx';
import { ResultsSection } from './ResultsSection.tsx';
import type { SignedInPlace } from './signed-in-place.ts';

const TABS = ['identity', 'events', 'message', 'recording', 'cases', 'results'] as const;
type Tab = (typeof TABS)[number];

const WAITS_FOR_DECISION: ReadonlySet<string> = new Set(['manual_pending', 'enrolment_pending', 'refused']);

/** Everything about one candidate but the pictures. Opens at the identity while that waits, else at the events. */
export function CandidateTabs({ place, wall }: { place: SignedInPlace; wall: Wall }) {
  const { connection } = useDesk();
  const words = useWords(candidateWords);
  const [tab, setTab] = useState<Tab>(WAITS_FOR_DECISION.has(place.identity) ? 'identity' : 'events');
  const session = useWatched(connection.session);
  const mayConfirm = useMay('confirmRearView');
  const offered: Readonly<Record<Tab, boolean>> = {
    identity: useMay('identityChecks'),
    events: true,
    message: session !== null && sendsMessages(session.role),
    recording: useMay('segments'),
    cases: useMay('attemptCases'),
    results: useMay('results'),
  };
  const tabs = TABS.filter((each) => offered[each]);
  const link = useWatched(connection.link);
  const sessions = wall.examinations.find(({ id }) => id === place.examinationId)?.sessions ?? [];
  const latest = wall.events.find((event) => event.attemptId === place.attemptId);
  const freshness = `${latest?.id ?? ''} ${link.state}`;

  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? tab;
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };

  return (
    <div className={styles.side}>
      <div role="tablist" aria-label={words.tabsLabel} className={styles.tabs} onKeyDown={onKey}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="candidate-panel"
            tabIndex={each === tab ? 0 : -1}
            className={styles.tab}
            onClick={() => setTab(each)}
          >
            {words.tabs[each]}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling panel must be reachable by keyboard */}
      <div id="candidate-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} className={styles.panel}>
        {tab === 'identity' && <IdentitySection place={place} freshness={freshness} />}
        {tab === 'events' && (
          <>
            {mayConfirm && <RearViewConfirm place={place} freshness={freshness} />}
            <CandidateEvents
              attemptId={place.attemptId}
              sessions={sessions}
              // A look is kept and announced to nobody: only the place knows of it.
              freshness={`${freshness} ${place.lookedAt ?? ''}`}
            />
          </>
        )}
        {tab === 'message' && <CandidateMessages place={place} freshness={freshness} />}
        {tab === 'recording' && (
          <>
            <LedgerSection attemptId={place.attemptId} admissionNo={place.admissionNo} freshness={freshness} />
            <PlaybackSection attemptId={place.attemptId} freshness={freshness} />
          </>
        )}
        {tab === 'cases' && <AttemptCases place={place} sessions={sessions} freshness={freshness} />}
        {tab === 'results' && <ResultsSection attemptId={place.attemptId} sessions={sessions} freshness={freshness} />}
      </div>
    </div>
  );
}
