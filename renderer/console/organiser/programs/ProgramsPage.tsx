import { useCallback } from 'react';
import type { RouteReply } from '../../../../shared/contract/http.ts';
import type { Examination } from '../../../../shared/contract/views.ts';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { LoadState } from '../../LoadState.tsx';
import { useLoaded } from '../../use-loaded.ts';
import { PerExamination } from '../PerExamination.tsx';
import { CommonList } from './CommonList.tsx';
import { ExtraProgramsEditor } from './ExtraProgramsEditor.tsx';
import { programsWords } from './programs-words.ts';

/** What may not run on candidates' computers: the list of all, and what is added for one examination. */
export function ProgramsPage() {
  const { http } = useDesk().connection;
  const load = useCallback(async () => {
    const [{ examinations }, programs] = await Promise.all([http('examinations', {}), http('prohibitedPrograms', {})]);
    return { examinations, programs };
  }, [http]);
  const loaded = useLoaded(load);
  if (!loaded.value) return <LoadState loaded={loaded} />;
  return <Programs {...loaded.value} />;
}

interface ProgramsProps {
  examinations: readonly Examination[];
  programs: RouteReply<'prohibitedPrograms'>;
}

function Programs({ examinations, programs: { examinations: edited, list } }: ProgramsProps) {
  return (
    <PerExamination
      words={useWords(programsWords)}
      examinations={examinations}
      edited={edited}
      editor={({ examinationId, programs: added }) => (
        <ExtraProgramsEditor examinationId={examinationId} added={added} list={list} />
      )}
    >
      <CommonList list={list} />
    </PerExamination>
  );
}
