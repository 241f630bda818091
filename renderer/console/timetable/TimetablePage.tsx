import { Fragment, useCallback, useState } from 'react';
import type { Examination } from '../../../shared/contract/views.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { useLoaded } from '../use-loaded.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { planWords } from './plan-words.ts';
import { SessionRow } from './SessionRow.tsx';
import { TimetableLog } from './TimetableLog.tsx';
import styles from './TimetablePage.module.css';
import { timetableWords } from './timetable-words.ts';

/** Which examination is when, and what is assessed in it: annexes 1 and 2 as this server holds them, and what was changed. */
export function TimetablePage() {
  const words = useWords(timetableWords);
  const plan = useWords(planWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(
    useCallback(async () => {
      const [{ examinations }, log] = await Promise.all([http('examinations', {}), http('timetableLog', {})]);
      return { examinations, log };
    }, [http]),
  );
  const [planned, setPlanned] = useState<{ examination: Examination; session: Session } | null>(null);
  const { examinations, log } = loaded.value ?? { examinations: [], log: null };
  const titleOf = (sessionId: string): string => {
    const holding = examinations.find(({ sessions }) => sessions.some(({ id }) => id === sessionId));
    const session = holding?.sessions.find(({ id }) => id === sessionId);
    return holding && session ? `${holding.occupation} ${holding.level} ${session.title}` : sessionId;
  };
  return (
    <>
      <PageHead title={words.title}>
        <span className={styles.soft}>{words.zone}</span>
      </PageHead>
      <LoadState loaded={loaded} />
      {loaded.value && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{words.examination}</th>
              <th>{words.session}</th>
              <th>{words.time}</th>
              <th>{words.entry}</th>
              <th className={styles.time}>{words.stay}</th>
              <th>{words.assessed}</th>
              <th>{plan.change}</th>
            </tr>
          </thead>
          <tbody>
            {examinations.map((examination) => (
              <Fragment key={examination.id}>
                {examination.sessions.map((session, at) => (
                  <SessionRow
                    key={session.id}
                    examination={examination}
                    session={session}
                    first={at === 0}
                    onPlan={() => setPlanned({ examination, session })}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {log && <TimetableLog log={log} titleOf={titleOf} />}
      {planned && (
        <PlanDialog
          {...planned}
          titleOf={titleOf}
          onPlanned={() => {
            setPlanned(null);
            loaded.reload();
          }}
          onClose={() => {
            setPlanned(null);
            loaded.reload();
          }}
        />
      )}
    </>
  );
}
