import type { RouteReply } from '../../../shared/contract/http.ts';
import { useWords } from '../../ui/language.tsx';
import table from '../table.module.css';
import { dateText } from '../time-text.ts';
import { trainingWords } from './training-words.ts';

/** What somebody practised and was tested in, the latest first. */
export function RunTable({ runs }: { runs: RouteReply<'trainingRoom'>['runs'] }) {
  const words = useWords(trainingWords);
  if (runs.length === 0) return <p>{words.noRuns}</p>;
  return (
    <table className={table.table} data-testid="training-runs">
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.what}</th>
          <th scope="col" className={table.number}>
            {words.found}
          </th>
          <th scope="col" className={table.number}>
            {words.false}
          </th>
          <th scope="col" className={table.number}>
            {words.reaction}
          </th>
          <th scope="col" className={table.number}>
            {words.questions}
          </th>
          <th scope="col">{words.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ runId, run, at, ended }) => (
          <tr key={runId}>
            <td className="tabular">{dateText(at)}</td>
            <td>{words.kind[run]}</td>
            <td className={table.number}>
              {ended ? words.foundOf(ended.score.found, ended.score.found + ended.score.missed) : words.none}
            </td>
            <td className={table.number}>{ended ? ended.score.falseAlarms + ended.score.misnamed : words.none}</td>
            <td className={table.number}>
              {ended && ended.score.reactionMs !== null ? words.seconds(ended.score.reactionMs) : words.none}
            </td>
            <td className={table.number}>
              {ended ? words.foundOf(ended.score.right, ended.score.questions) : words.none}
            </td>
            <td>{ended ? (ended.passed ? words.passed : words.failed) : words.brokenOff}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
