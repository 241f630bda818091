import { useState } from 'react';
import type { Case } from '../../../shared/contract/cases.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Loading } from '../candidate/Loading.tsx';
import type { SignedInPlace } from '../candidate/signed-in-place.ts';
import { useAttemptData } from '../candidate/use-attempt-data.ts';
import dense from '../dense.module.css';
import { useMay } from '../use-may.ts';
import { CaseTable } from './CaseTable.tsx';
import { CaseView } from './CaseView.tsx';
import { caseWords } from './case-words.ts';
import { ReportDialog } from './ReportDialog.tsx';

interface AttemptCasesProps {
  place: SignedInPlace;
  sessions: readonly Session[];
  freshness: string;
}

/** What was reported of one candidate, and the way to report more. */
export function AttemptCases({ place: { attemptId, name }, sessions, freshness }: AttemptCasesProps) {
  const words = useWords(caseWords);
  const mayReport = useMay('reportCase');
  const cases = useAttemptData('attemptCases', attemptId, freshness);
  const events = useAttemptData('attemptEvents', attemptId, freshness);
  const [reporting, setReporting] = useState(false);
  const [opened, setOpened] = useState<Case | null>(null);
  if (opened) return <CaseView shown={opened} onChanged={setOpened} onBack={() => setOpened(null)} />;
  return (
    <>
      {mayReport && events.value && (
        <Button className={dense.button} onClick={() => setReporting(true)}>
          {words.report}
        </Button>
      )}
      <Loading data={cases} />
      {cases.value && <CaseTable cases={cases.value.cases} empty={words.emptyCandidate} onOpen={setOpened} />}
      {reporting && events.value && (
        <ReportDialog
          attemptId={attemptId}
          name={name}
          sessions={sessions}
          events={events.value.events}
          onReported={cases.reload}
          onClose={() => setReporting(false)}
        />
      )}
    </>
  );
}
