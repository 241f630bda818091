import { useCallback } from 'react';
import type { Examination } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { LateEntriesSection } from '../candidate/LateEntriesSection.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import table from '../table.module.css';
import { useLoaded } from '../use-loaded.ts';
import { ItemResultRow } from './ItemResultRow.tsx';
import styles from './Results.module.css';
import { resultsWords } from './results-words.ts';
import { SessionScore } from './SessionScore.tsx';

interface CandidateBreakdownProps {
  examination: Examination;
  candidateId: string;
  onBack: () => void;
}

/** One candidate's sessions item by item: what was answered, what it earned, who marked it how. */
export function CandidateBreakdown({ examination, candidateId, onBack }: CandidateBreakdownProps) {
  const words = useWords(resultsWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('candidateResults', {}, { candidateId }), [http, candidateId]));
  const candidate = loaded.value;
  return (
    <>
      <PageHead title={candidate ? `${candidate.name} ${candidate.admissionNo}` : words.title}>
        <Button className={dense.button} onClick={onBack}>
          ← {words.back}
        </Button>
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <LoadState loaded={loaded} />
      {candidate?.attemptId && (
        <LateEntriesSection
          route="lateEntriesForOrganiser"
          attemptId={candidate.attemptId}
          freshness={String(loaded.turn)}
          onAdmitted={loaded.reload}
        />
      )}
      {candidate?.sessions.map((session) => (
        <section key={session.sessionId} className={styles.session}>
          <h2 className={styles.title}>{examination.sessions.find(({ id }) => id === session.sessionId)?.title}</h2>
          <SessionScore examination={examination} session={session} />
          {session.receiptNo && <p className={table.soft}>{words.receipt(session.receiptNo)}</p>}
          {session.annotations.map(({ text, by, at }) => (
            <p key={`${at} ${text}`} className={styles.annotation}>
              {words.annotated(text, by)}
            </p>
          ))}
          {candidate.items
            .filter(({ sessionId }) => sessionId === session.sessionId)
            .map(({ sessionId, items }) => (
              <table key={sessionId} className={table.table}>
                <thead>
                  <tr>
                    <th className={table.number}>{words.number}</th>
                    <th>{words.section}</th>
                    <th>{words.state}</th>
                    <th className={table.number}>{words.points}</th>
                    <th>{words.details}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((result) => (
                    <ItemResultRow key={result.item.id} result={result} />
                  ))}
                </tbody>
              </table>
            ))}
        </section>
      ))}
    </>
  );
}
