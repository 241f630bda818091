import type { RunResult } from '../../../shared/contract/training.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import table from '../table.module.css';
import { countdownText, dateText } from '../time-text.ts';
import { nameAt } from './simulated-places.ts';
import styles from './Training.module.css';
import { trainingWords } from './training-words.ts';

/** What a run came to: whether it was enough, then everything that was missed or noted wrongly. */
export function RunResultView({ result, onBack }: { result: RunResult; onBack: () => void }) {
  const words = useWords(trainingWords);
  const { run, passed, until, score, rules, incidents, flags } = result;
  const notFound = flags.filter(({ verdict }) => verdict !== 'found');
  const said =
    run === 'test'
      ? passed && until !== null
        ? words.result.passedTest(dateText(until))
        : words.result.failedTest
      : passed
        ? words.result.passedPractice
        : words.result.failedPractice;
  return (
    <>
      <h1>{words.resultTitle[run]}</h1>
      <div data-testid="training-result" data-passed={passed}>
        <Notice tone={passed ? 'success' : 'warning'} title={said} announce="status">
          <p>{words.summary(score)}</p>
          {score.reactionMs !== null && <p>{words.median(score.reactionMs)}</p>}
        </Notice>
      </div>
      <p className={table.soft}>{words.criteria(rules)}</p>
      <section>
        <h2>{words.incidents}</h2>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{words.moment}</th>
              <th scope="col">{words.candidate}</th>
              <th scope="col">{words.incident}</th>
              <th scope="col">{words.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {incidents.map(({ place, scene, from, reactionMs }) => (
              <tr key={`${from} ${place}`}>
                <td className="tabular">{countdownText(from)}</td>
                <td>{nameAt(place)}</td>
                <td>{words.scene[scene]}</td>
                <td className={reactionMs === null ? styles.wrong : styles.right}>
                  {reactionMs === null ? words.missed : words.reacted(reactionMs)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {notFound.length > 0 && (
        <section>
          <h2>{words.notes}</h2>
          <ul>
            {notFound.map(({ place, at, verdict }) => (
              <li key={`${at} ${place}`}>
                <span className="tabular">{countdownText(at)}</span> {nameAt(place)}: {words.verdict[verdict]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Answers result={result} />
      <Button kind="primary" onClick={onBack}>
        {words.back}
      </Button>
    </>
  );
}

function Answers({ result: { questions } }: { result: RunResult }) {
  const words = useWords(trainingWords);
  const { language } = useLanguage();
  return (
    <section>
      <h2>{words.answers}</h2>
      {questions.map(({ id, text, options, choice, right, why }) => {
        const textOf = (wanted: number | null) => (wanted === null ? undefined : options[wanted]?.[language]);
        return (
          <div key={id} className={styles.question}>
            <p>
              <strong className={choice === right ? styles.right : styles.wrong}>
                {choice === right ? words.rightOne : words.wrongOne}
              </strong>{' '}
              {text[language]}
            </p>
            {choice !== right && (
              <p>
                {words.yours}: {textOf(choice) ?? words.none}
              </p>
            )}
            <p>
              {words.rightAnswer}: {textOf(right)}
            </p>
            <p className={table.soft}>{why[language]}</p>
          </div>
        );
      })}
    </section>
  );
}
