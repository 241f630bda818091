import type { ItemResult } from '../../../shared/contract/results.ts';
import { useWords } from '../../ui/language.tsx';
import { optionText, ReadResponse } from '../ReadResponse.tsx';
import { responseWords } from '../response-words.ts';
import table from '../table.module.css';
import styles from './Results.module.css';
import { resultsWords } from './results-words.ts';

/** One item of one candidate. */
export function ItemResultRow({ result }: { result: ItemResult }) {
  const words = useWords(resultsWords);
  const { item, number, section, state, earned, response, correct, code, marks } = result;
  return (
    <tr data-testid={`item-${item.id}`} data-state={state}>
      <td className={table.number}>{number}</td>
      <td>{section}</td>
      <td>{words.itemStates[state]}</td>
      <td className={table.number}>
        <strong>{earned ?? '–'}</strong> / {item.points}
      </td>
      <td>
        {correct ? (
          <Choice result={result} correct={correct} />
        ) : (
          response && (
            <details>
              <summary>
                {[code && words.code(code), ...standingOf(marks).map((mark) => words.mark(...mark))]
                  .filter(Boolean)
                  .join(' · ') || words.details}
              </summary>
              <ReadResponse item={item} response={response} />
              {marks.map((mark) => (
                <Mark key={`${mark.round} ${mark.at}`} mark={mark} criteria={result.criteria} />
              ))}
            </details>
          )
        )}
      </td>
    </tr>
  );
}

const standingOf = (marks: ItemResult['marks']) =>
  marks.filter(({ counts }) => counts).map(({ round, marker, points }) => [round, marker, points] as const);

function Choice({ result: { item, response }, correct }: { result: ItemResult; correct: string[] }) {
  const words = useWords(resultsWords);
  const options = useWords(responseWords);
  return (
    <>
      {response && <ReadResponse item={item} response={response} />}
      <span className={table.soft}>
        {words.rightAnswer(correct.map((id) => optionText(item, id, options)).join('、'))}
      </span>
    </>
  );
}

function Mark({ mark, criteria }: { mark: ItemResult['marks'][number]; criteria: ItemResult['criteria'] }) {
  const words = useWords(resultsWords);
  const parts = criteria.map(({ id, text, points }) => `${text} ${mark.criteria[id] ?? 0}/${points}`);
  return (
    <div className={styles.mark}>
      <p>
        <strong>{words.mark(mark.round, mark.marker, mark.points)}</strong>
        {!mark.counts && words.replaced}
      </p>
      {parts.length > 0 && <p className={table.soft}>{parts.join('；')}</p>}
      {mark.comment && <p>{words.comment(mark.comment)}</p>}
    </div>
  );
}
