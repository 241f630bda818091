import { useCallback, useState } from 'react';
import type { RouteReply } from '../../../../shared/contract/http.ts';
import type { Examination } from '../../../../shared/contract/views.ts';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { LoadState } from '../../LoadState.tsx';
import { PageHead } from '../../PageHead.tsx';
import { Select } from '../../Select.tsx';
import { useLoaded } from '../../use-loaded.ts';
import { CommonList } from './CommonList.tsx';
import { ExtraProgramsEditor } from './ExtraProgramsEditor.tsx';
import styles from './programs.module.css';
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

function Programs({ examinations, programs }: ProgramsProps) {
  const words = useWords(programsWords);
  const [chosen, setChosen] = useState(examinations[0]?.id ?? '');
  const options = examinations.map(({ id, occupation, level }) => [id, `${occupation} ${level}`] as const);
  return (
    <div className={styles.stack}>
      <PageHead title={words.title}>
        <Select label={words.examination} value={chosen} onChange={setChosen} options={options} />
      </PageHead>
      <p>{words.lead}</p>
      {programs.examinations.map(({ examinationId, programs: added }) => (
        // All of them stay, so that looking at another examination loses nothing that was typed.
        <div key={examinationId} hidden={examinationId !== chosen}>
          <ExtraProgramsEditor examinationId={examinationId} added={added} list={programs.list} />
        </div>
      ))}
      <CommonList list={programs.list} />
    </div>
  );
}
