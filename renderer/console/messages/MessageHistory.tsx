import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { useWords } from '../../ui/language.tsx';
import { clockText } from '../time-text.ts';
import styles from './MessageHistory.module.css';
import { messageWords } from './message-words.ts';

/** Messages that were sent, from the events that record them; one to everyone is one line. */
export function MessageHistory({
  title,
  empty,
  events,
}: {
  title: string;
  empty: string;
  events: readonly AttemptEvent[];
}) {
  const words = useWords(messageWords);
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {events.length === 0 && <p className={styles.note}>{empty}</p>}
      <ul className={styles.list}>
        {events.map((event) => (
          <li key={event.id} className={styles.message}>
            <p className={styles.text}>{event.detail.text}</p>
            <p className={styles.note}>
              <span className="tabular">{clockText(event.at)}</span> · {words.from(String(event.detail.from ?? ''))}
              {event.detail.toAll === true && ` · ${words.toAll}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
