import type { RouteReply } from '../../../shared/contract/http.ts';
import type { SessionPlan } from '../../../shared/domain/timetable-change.ts';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import table from '../table.module.css';
import { dateText, minuteText } from '../time-text.ts';
import { planWords } from './plan-words.ts';
import { timetableWords } from './timetable-words.ts';

interface TimetableLogProps {
  log: RouteReply<'timetableLog'>;
  titleOf(sessionId: string): string;
}

/** What was changed of the timetable, when, by whom and why; and whether the log is as it was written (TIME-5). */
export function TimetableLog({ log: { links, intact, head }, titleOf }: TimetableLogProps) {
  const words = useWords(planWords);
  return (
    <section aria-label={words.logTitle}>
      <h2>{words.logTitle}</h2>
      {!intact && (
        <Notice tone="danger" announce="alert">
          <p>{words.logBroken}</p>
        </Notice>
      )}
      {links.length === 0 ? (
        <p className={table.soft}>{words.logEmpty}</p>
      ) : (
        <>
          {intact && <p className={table.soft}>{words.logIntact(links.length, head)}</p>}
          <table className={table.table} data-testid="timetable-log">
            <thead>
              <tr>
                {([words.at, words.by, words.session, words.from, words.to, words.reason] as const).map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {links.map(({ seq, at, by, sessionId, from, to, why }) => (
                <tr key={seq}>
                  <td className="tabular">{dateText(at)}</td>
                  <td>{by}</td>
                  <td>{titleOf(sessionId)}</td>
                  <td>
                    <PlanText plan={from} />
                  </td>
                  <td>
                    <PlanText plan={to} />
                  </td>
                  <td>{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function PlanText({ plan }: { plan: SessionPlan }) {
  const words = useWords(planWords);
  const { between } = useWords(timetableWords);
  const { startsAt, endsAt, entryFrom, entryUntil, handInFrom, betweenSessions } = plan;
  return (
    <span className="tabular">
      {dateText(startsAt)}–{minuteText(endsAt)}
      <br />
      {words.entry(`${minuteText(entryFrom)}–${minuteText(entryUntil)}`)} · {words.handIn(minuteText(handInFrom))}
      <br />
      {between[betweenSessions]}
    </span>
  );
}
