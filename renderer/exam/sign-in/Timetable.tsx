import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import { clockText } from '../window/time-text.ts';
import styles from './SignInScreen.module.css';
import { signInWords } from './sign-in-words.ts';

export function Timetable() {
  const words = useWords(signInWords);
  const { examination } = useObservable(useExamWindow().centre);
  if (!examination) return null;
  return (
    <section className={styles.timetable}>
      <h2>{words.sessions}</h2>
      <ul>
        {examination.sessions.map(({ id, title, startsAt, endsAt }) => (
          <li key={id}>
            <span>{title}</span>
            <span className="tabular">{words.times(clockText(startsAt), clockText(endsAt))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
