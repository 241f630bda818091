import { Fragment, useEffect, useState } from 'react';
import type { Examination } from '../../../shared/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useDesk } from '../desk.ts';
import { PageHead } from '../PageHead.tsx';
import { dayText, minuteText } from '../time-text.ts';
import styles from './TimetablePage.module.css';
import { timetableWords } from './timetable-words.ts';

/** Which examination is when, and what is assessed in it: annexes 1 and 2 as this server holds them. */
export function TimetablePage() {
  const words = useWords(timetableWords);
  const { language } = useLanguage();
  const { connection } = useDesk();
  const [examinations, setExaminations] = useState<readonly Examination[] | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    connection.http('examinations', {}).then((reply) => setExaminations(reply.examinations), setFault);
  }, [connection]);
  return (
    <>
      <PageHead title={words.title}>
        <span className={styles.soft}>{words.zone}</span>
      </PageHead>
      {fault !== null && (
        <Notice tone="danger" announce="alert">
          <p>{reasonText(fault, language)}</p>
        </Notice>
      )}
      {!examinations && fault === null && <p role="status">{words.loading}</p>}
      {examinations && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{words.examination}</th>
              <th>{words.session}</th>
              <th>{words.time}</th>
              <th>{words.entry}</th>
              <th className={styles.time}>{words.stay}</th>
              <th>{words.assessed}</th>
            </tr>
          </thead>
          <tbody>
            {examinations.map((examination) => (
              <Fragment key={examination.id}>
                {examination.sessions.map((session, at) => (
                  <tr key={session.id} className={at === 0 ? styles.first : undefined} data-session={session.id}>
                    {at === 0 && (
                      <th scope="rowgroup" rowSpan={examination.sessions.length}>
                        {examination.occupation} {examination.level}
                        <span className={styles.soft}>{words.between[examination.betweenSessions]}</span>
                      </th>
                    )}
                    <td>{session.title}</td>
                    <td className={classNames(styles.time, 'tabular')}>
                      {session.mode === 'live'
                        ? `${dayText(session.startsAt)} ${minuteText(session.startsAt)}–${minuteText(session.endsAt)}`
                        : words.until(dayText(session.endsAt - 1))}
                    </td>
                    <td className={classNames(styles.time, 'tabular')}>
                      {session.mode === 'live' && `${minuteText(session.entryFrom)}–${minuteText(session.entryUntil)}`}
                    </td>
                    <td className={classNames(styles.time, 'tabular')}>
                      {session.mode === 'live' && minuteText(session.handInFrom)}
                    </td>
                    <td>
                      {examination.components
                        .filter(({ session: kind }) => kind === session.kind)
                        .map(({ title, points, weight }) => words.component(title, points, weight))
                        .join(words.and)}
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
