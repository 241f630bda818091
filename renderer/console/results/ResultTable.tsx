import type { CandidateResult, ResultState } from '../../../shared/contract/results.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { useWords } from '../../ui/language.tsx';
import table from '../table.module.css';
import styles from './Results.module.css';
import { resultsWords } from './results-words.ts';
import { SessionScore } from './SessionScore.tsx';

interface ResultTableProps {
  examination: Examination;
  candidates: readonly CandidateResult[];
  onShow: (candidateId: string) => void;
}

/** One line a candidate, one column a session. */
export function ResultTable({ examination, candidates, onShow }: ResultTableProps) {
  const words = useWords(resultsWords);
  const states = candidates.flatMap(({ sessions }) => sessions.map(({ state }) => state));
  const count = (wanted: ResultState) => states.filter((state) => state === wanted).length;
  if (candidates.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <p className={table.soft}>{words.counts(count('settled'), count('pending'), count('absent'))}</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.admissionNo}</th>
            <th>{words.name}</th>
            {examination.sessions.map(({ id, title }) => (
              <th key={id}>{title}</th>
            ))}
            <th>{words.annotations}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ candidateId, admissionNo, name, sessions }) => (
            <tr key={candidateId} data-testid={`result-${admissionNo}`}>
              <td className="tabular">{admissionNo}</td>
              <th scope="row">
                <button
                  type="button"
                  className={styles.name}
                  aria-label={words.show(name)}
                  onClick={() => onShow(candidateId)}
                >
                  {name}
                </button>
              </th>
              {sessions.map((session) => (
                <td key={session.sessionId}>
                  <SessionScore examination={examination} session={session} />
                </td>
              ))}
              <td>
                {sessions
                  .flatMap(({ annotations }) => annotations)
                  .map(({ text, by, at }) => (
                    <p key={`${at} ${text}`} className={styles.annotation}>
                      {words.annotated(text, by)}
                    </p>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
