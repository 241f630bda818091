import { useCallback, useState } from 'react';
import type { RouteReply } from '../../../../shared/contract/http.ts';
import type { Examination } from '../../../../shared/contract/views.ts';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { LoadState } from '../../LoadState.tsx';
import { PageHead } from '../../PageHead.tsx';
import { Select } from '../../Select.tsx';
import { useLoaded } from '../../use-loaded.ts';
import { RulesEditor } from './RulesEditor.tsx';
import styles from './rules.module.css';
import { rulesWords } from './rules-words.ts';

/** When does what is watched become a violation, in which examination? */
export function ViolationRulesPage() {
  const { http } = useDesk().connection;
  const load = useCallback(async () => {
    const [{ examinations }, rules] = await Promise.all([http('examinations', {}), http('violationRules', {})]);
    return { examinations, rules };
  }, [http]);
  const loaded = useLoaded(load);
  if (!loaded.value) return <LoadState loaded={loaded} />;
  return <Rules {...loaded.value} onSaved={loaded.reload} />;
}

interface RulesProps {
  examinations: readonly Examination[];
  rules: RouteReply<'violationRules'>;
  onSaved(): void;
}

function Rules({ examinations, rules, onSaved }: RulesProps) {
  const words = useWords(rulesWords);
  const [chosen, setChosen] = useState(examinations[0]?.id ?? '');
  const options = examinations.map(({ id, occupation, level }) => [id, `${occupation} ${level}`] as const);
  return (
    <div className={styles.stack}>
      <PageHead title={words.title}>
        <Select label={words.examination} value={chosen} onChange={setChosen} options={options} />
      </PageHead>
      <p>{words.lead}</p>
      {rules.examinations.map((examination) => (
        // All of them stay, so that looking at another examination loses nothing that was typed.
        <div key={examination.examinationId} hidden={examination.examinationId !== chosen}>
          <RulesEditor examination={examination} onSaved={onSaved} />
        </div>
      ))}
    </div>
  );
}
