import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './WaitingScreen.module.css';
import { waitingWords } from './waiting-words.ts';

/** What the shell reports about its lockdown: said plainly, never a reason to stop (LOCK-3). */
export function LockState() {
  const words = useWords(waitingWords);
  const report = useObservable(useRoom().lock);
  if (!report) return <Notice title={words.lockTitle}>{words.locking}</Notice>;
  const failed = report.steps.filter(({ ok }) => !ok);
  return (
    <Notice tone={failed.length > 0 ? 'info' : 'success'} title={words.lockTitle}>
      <p>{failed.length > 0 ? words.partly(failed.length) : words.locked}</p>
      {failed.length > 0 && (
        <details>
          <summary>{words.steps}</summary>
          <ul className={styles.steps}>
            {failed.map(({ step, note }) => (
              <li key={step}>
                {step} {note}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}
