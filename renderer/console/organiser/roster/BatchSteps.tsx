import type { BatchView } from '../../../../shared/contract/roster.ts';
import { BATCH_STATES, type BatchState } from '../../../../shared/domain/batch.ts';
import { shanghaiTime } from '../../../../shared/domain/exam-calendar.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { dayText, minuteText } from '../../time-text.ts';
import { useServerNow } from '../../use-server-now.ts';
import styles from './BatchSteps.module.css';
import { rosterWords } from './roster-words.ts';

const moment = (at: number): string => `${dayText(at)} ${minuteText(at)}`;

/** The four steps of annex 3 with their dates: what is done, by whom, and what comes next. */
export function BatchSteps({ batch }: { batch: BatchView }) {
  const words = useWords(rosterWords).steps;
  const now = useServerNow();
  const reached = BATCH_STATES.indexOf(batch.state);
  const lines: Record<BatchState, (string | null)[]> = {
    reported: [words.applicants(batch.applicants), words.until(batch.dates.reportUntil)],
    declared: [
      batch.declared && words.doneBy(batch.declared.by, moment(batch.declared.at)),
      batch.declared ? null : words.until(batch.dates.payUntil),
    ],
    paid: [
      batch.paid && words.paidOn(batch.paid.on),
      batch.paid ? words.doneBy(batch.paid.by, moment(batch.paid.at)) : words.until(batch.dates.payUntil),
    ],
    locked: [batch.locked ? words.doneBy(batch.locked.by, moment(batch.locked.at)) : words.seats],
  };
  const lastDay: Partial<Record<BatchState, string>> = {
    reported: batch.dates.reportUntil,
    declared: batch.dates.payUntil,
    paid: batch.dates.payUntil,
  };
  return (
    <ol className={styles.steps} aria-label={words.label} data-testid="steps" data-state={batch.state}>
      {BATCH_STATES.map((step, at) => {
        const done = at === 0 ? reached > 0 : at <= reached;
        const next = at === (reached === 0 && batch.applicants === 0 ? 0 : reached + 1);
        const last = lastDay[step];
        const over = !done && last !== undefined && now >= shanghaiTime(last, '24:00');
        return (
          <li
            key={step}
            className={classNames(styles.step, done && styles.done, next && styles.next)}
            aria-current={next ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {done ? '✓' : at + 1}
            </span>
            <div>
              <p className={styles.name}>
                {words[step]}
                {next && <span className={styles.flag}>{words.next}</span>}
                {over && <span className={styles.over}>{words.over}</span>}
              </p>
              {lines[step].map(
                (line) =>
                  line && (
                    <p key={line} className={classNames(styles.line, 'tabular')}>
                      {line}
                    </p>
                  ),
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
