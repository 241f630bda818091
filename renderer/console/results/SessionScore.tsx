import type { CandidateSession } from '../../../shared/contract/results.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { useWords } from '../../ui/language.tsx';
import table from '../table.module.css';
import styles from './Results.module.css';
import { resultsWords } from './results-words.ts';

interface SessionScoreProps {
  examination: Examination;
  session: CandidateSession;
}

/** A session's result, or why there is none yet; below it what it is made of. */
export function SessionScore({ examination, session: { sessionId, state, weighted } }: SessionScoreProps) {
  const words = useWords(resultsWords);
  const components = weighted?.components ?? [];
  const pending = components.reduce((sum, component) => sum + component.pending, 0);
  const titleOf = (wanted: string) =>
    examination.components.find(({ component }) => component === wanted)?.title ?? wanted;
  const score = weighted?.score ?? null;
  return (
    <div data-state={state} data-session={sessionId}>
      <span className={score === null ? styles[state] : styles.score}>
        {score === null ? words.states[state] : words.score(score)}
      </span>
      {components.length > 0 && (
        <span className={`${table.soft} ${styles.below}`}>
          {components
            .map(({ component, earned, possible }) => words.component(titleOf(component), earned, possible))
            .join(' · ')}
          {pending > 0 && ` · ${words.pending(pending)}`}
        </span>
      )}
    </div>
  );
}
