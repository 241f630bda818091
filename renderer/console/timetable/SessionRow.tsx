import type { Examination } from '../../../shared/contract/views.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { mayBeReplanned } from '../../../shared/domain/timetable-change.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { dayText, minuteText } from '../time-text.ts';
import { useServerNow } from '../use-server-now.ts';
import { planWords } from './plan-words.ts';
import styles from './TimetablePage.module.css';
import { timetableWords } from './timetable-words.ts';

interface SessionRowProps {
  examination: Examination;
  session: Session;
  /** Of its examination. */
  first: boolean;
  onPlan(): void;
}

const spanText = ({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): string =>
  `${minuteText(startsAt)}–${minuteText(endsAt)}`;

/** One session: when it is, what is assessed in it, and until its entry opens the way to change it. */
export function SessionRow({ examination, session, first, onPlan }: SessionRowProps) {
  const words = useWords(timetableWords);
  const plan = useWords(planWords);
  const now = useServerNow();
  const live = session.mode === 'live';
  const announced = examination.replanned.find(({ sessionId }) => sessionId === session.id);
  return (
    <tr className={first ? styles.first : undefined} data-session={session.id}>
      {first && (
        <th scope="rowgroup" rowSpan={examination.sessions.length}>
          {examination.occupation} {examination.level}
          <span className={styles.soft}>{words.between[examination.betweenSessions]}</span>
        </th>
      )}
      <td>{session.title}</td>
      <td className={classNames(styles.time, 'tabular')}>
        {live ? `${dayText(session.startsAt)} ${spanText(session)}` : words.until(dayText(session.endsAt - 1))}
        {announced && (
          <span className={styles.soft}>
            {live
              ? plan.announced(dayText(announced.startsAt), spanText(announced))
              : plan.announced(words.until(dayText(announced.endsAt - 1)), '')}
          </span>
        )}
      </td>
      <td className={classNames(styles.time, 'tabular')}>
        {live && `${minuteText(session.entryFrom)}–${minuteText(session.entryUntil)}`}
      </td>
      <td className={classNames(styles.time, 'tabular')}>{live && minuteText(session.handInFrom)}</td>
      <td>
        {examination.components
          .filter(({ session: kind }) => kind === session.kind)
          .map(({ title, points, weight }) => words.component(title, points, weight))
          .join(words.and)}
      </td>
      <td>
        {mayBeReplanned(session, now) && (
          <Button className={dense.button} aria-label={plan.openLabel(session.title)} onClick={onPlan}>
            {plan.open}
          </Button>
        )}
      </td>
    </tr>
  );
}
