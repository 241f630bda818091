import { useCallback } from 'react';
import type { RouteReply } from '../../../../shared/contract/http.ts';
import type { Examination } from '../../../../shared/contract/views.ts';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { LoadState } from '../../LoadState.tsx';
import { useLoaded } from '../../use-loaded.ts';
import { PerExamination } from '../PerExamination.tsx';
import { RulesEditor } from './RulesEditor.tsx';
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
  return (
    <PerExamination
      words={useWords(rulesWords)}
      examinations={examinations}
      edited={rules.examinations}
      editor={(examination) => <RulesEditor examination={examination} onSaved={onSaved} />}
    />
  );
}
