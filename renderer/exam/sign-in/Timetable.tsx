import { liveSessions } from '../../../shared/domain/timetable.ts';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import { clockText, dayText, deadlineText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import styles from './SignInScreen.module.css';
import { signInWords } from './sign-in-words.ts';

/** Every examination that still has a session to come, one line each: before sign-in nobody knows which is theirs. */
export function Timetable() {
  const words = useWords(signInWords);
  const { examinations } = useObservable(useExamWindow().centre);
  const now = useNow();
  const coming = examinations
    .map(({ id, occupation, level, sessions, replanned }) => ({
      id,
      name: `${occupation} ${level}`,
      replanned: replanned.length > 0,
      live: liveSessions(sessions),
      submission: sessions.find(({ mode, endsAt }) => mode === 'submission' && now < endsAt),
    }))
    .filter(({ live, submission }) => submission || live.some(({ endsAt }) => now < endsAt));
  if (coming.length === 0) return null;
  return (
    <section className={styles.timetable}>
      <h2>{words.sessions}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too */}
      <ul tabIndex={0} aria-label={words.sessions}>
        {coming.map(({ id, name, replanned, live, submission }) => (
          <li key={id}>
            <span>
              {name} {replanned && <strong>{words.replanned}</strong>}
            </span>
            <span className="tabular">
              {live[0] && dayText(live[0].startsAt)}{' '}
              {live.map(({ startsAt, endsAt }) => words.times(clockText(startsAt), clockText(endsAt))).join(words.and)}
              {submission && (
                <span className={styles.deadline}>
                  {words.deadline(submission.title, deadlineText(submission.endsAt))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
