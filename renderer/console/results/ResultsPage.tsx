import { useCallback, useState } from 'react';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { ExaminationSelect } from '../ExaminationSelect.tsx';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import { SaveButton } from '../SaveButton.tsx';
import { useChosenExamination } from '../use-chosen-examination.ts';
import { useLoaded } from '../use-loaded.ts';
import { CandidateBreakdown } from './CandidateBreakdown.tsx';
import { PublicationPanel } from './PublicationPanel.tsx';
import { ResultTable } from './ResultTable.tsx';
import { resultsWords } from './results-words.ts';

/** What every candidate of an examination came to, and item by item how. */
export function ResultsPage() {
  const { loaded, examinations, examination, choose } = useChosenExamination();
  if (!examination) return <LoadState loaded={loaded} />;
  return (
    <ExaminationPage key={examination.id} examination={examination} examinations={examinations} onChoose={choose} />
  );
}

interface ExaminationPageProps {
  examination: Examination;
  examinations: readonly Examination[];
  onChoose: (id: string) => void;
}

function ExaminationPage({ examination, examinations, onChoose }: ExaminationPageProps) {
  const words = useWords(resultsWords);
  const { language } = useLanguage();
  const { http } = useDesk().connection;
  const { id: examinationId } = examination;
  const load = useCallback(() => http('examinationResults', {}, { examinationId }), [http, examinationId]);
  const loaded = useLoaded(load);
  const [candidateId, setCandidateId] = useState<string | null>(null);
  if (candidateId !== null) {
    return (
      <CandidateBreakdown examination={examination} candidateId={candidateId} onBack={() => setCandidateId(null)} />
    );
  }
  return (
    <>
      <PageHead title={words.title}>
        <ExaminationSelect
          label={words.examination}
          examinations={examinations}
          value={examinationId}
          onChange={onChoose}
        />
        <RefreshButton onClick={loaded.reload} />
        <SaveButton path={`${rawPaths.resultsWorkbook}?language=${language}`} fileName={words.fileName}>
          {words.export}
        </SaveButton>
      </PageHead>
      <PublicationPanel examination={examination} freshness={loaded.turn} />
      <LoadState loaded={loaded} />
      {loaded.value && (
        <ResultTable examination={examination} candidates={loaded.value.candidates} onShow={setCandidateId} />
      )}
    </>
  );
}
