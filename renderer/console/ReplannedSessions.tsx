import type { Examination } from '../../shared/contract/views.ts';
import { liveSessions } from '../../shared/domain/timetable.ts';
import { useWords } from '../ui/language.tsx';
import styles from './FrameHeader.module.css';
import { frameWords } from './frame-words.ts';
import { dayText, minuteText } from './time-text.ts';
import { useServerNow } from './use-server-now.ts';

/** Which sessions that are still to end are not when they were announced, and why (TIME-5); nothing while there is none. */
export function ReplannedSessions({ examinations }: { examinations: readonly Examination[] }) {
  const now = useServerNow();
  const words = useWords(frameWords).replanned;
  const lines = examinations.flatMap(({ occupation, level, sessions, replanned }) =>
    liveSessions(sessions).flatMap(({ id, title, startsAt, endsAt }) => {
      const announced = replanned.find(({ sessionId }) => sessionId === id);
      if (!announced || now >= endsAt) return [];
      const span = (from: number, until: number) => `${dayText(from)} ${minuteText(from)}–${minuteText(until)}`;
      const [is, was] = [span(startsAt, endsAt), span(announced.startsAt, announced.endsAt)];
      return [{ id, text: words.line(`${occupation} ${level} ${title}`, is, was, announced.why) }];
    }),
  );
  if (lines.length === 0) return null;
  return (
    <details className={styles.replanned} open={lines.length === 1}>
      <summary>{words.summary(lines.length)}</summary>
      <ul>
        {lines.map(({ id, text }) => (
          <li key={id} className="tabular">
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
