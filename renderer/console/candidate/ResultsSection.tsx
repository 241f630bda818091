import type { SessionResult } from '../../../shared/contract/results.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { useWords } from '../../ui/language.tsx';
import { clockText } from '../time-text.ts';
import { Loading } from './Loading.tsx';
import styles from './ResultsSection.module.css';
import { resultWords } from './result-words.ts';
import { useAttemptData } from './use-attempt-data.ts';

interface ResultsSectionProps {
  attemptId: string;
  sessions: readonly Session[];
  freshness: string;
}

/** What each session came to. */
export function ResultsSection({ attemptId, sessions, freshness }: ResultsSectionProps) {
  const words = useWords(resultWords);
  const data = useAttemptData('results', attemptId, freshness);
  const results = data.value?.results ?? [];
  return (
    <>
      <Loading data={data} />
      {data.value && results.length === 0 && <p>{words.empty}</p>}
      {results.map((result) => (
        <section key={result.sessionId} className={styles.session} data-testid={`result-${result.sessionId}`}>
          <h2 className={styles.title}>
            {sessions.find(({ id }) => id === result.sessionId)?.title ?? result.sessionId}
          </h2>
          {result.receipt ? (
            <Handed result={result} receipt={result.receipt} />
          ) : (
            <p>{result.registered ? words.notHandedIn : words.notRegistered}</p>
          )}
        </section>
      ))}
    </>
  );
}

function Handed({ result: { score, weighted }, receipt }: { result: SessionResult; receipt: Receipt }) {
  const words = useWords(resultWords);
  const pending = (weighted?.components ?? []).reduce((sum, component) => sum + component.pending, 0);
  return (
    <dl className={styles.facts}>
      {score && (
        <>
          <dt>{words.score}</dt>
          <dd data-earned={score.earned} data-possible={score.possible}>
            {score.possible === 0 ? words.none : words.of(score.earned, score.possible)}
          </dd>
          <dt>{words.pending}</dt>
          <dd>{pending === 0 ? words.none : words.points(pending)}</dd>
          <dt>{words.answered}</dt>
          <dd>{words.answeredOf(score.answered, score.items)}</dd>
        </>
      )}
      {weighted && (
        <>
          <dt>{words.result}</dt>
          <dd data-result={weighted.score ?? ''}>
            {weighted.score === null ? words.beingMarked : words.points(weighted.score)}
          </dd>
        </>
      )}
      <dt>{words.receipt}</dt>
      <dd data-testid="receipt">{receipt.receiptNo}</dd>
      <dt>{words.handedIn}</dt>
      <dd>
        {clockText(receipt.handedInAt)} · {words.by[receipt.handedInBy]}
      </dd>
    </dl>
  );
}
