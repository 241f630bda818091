import type { ThesisSubmission } from '../../../shared/contract/thesis.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { clockText, dayText } from '../window/time-text.ts';
import styles from './ThesisScreen.module.css';
import { thesisWords } from './thesis-words.ts';

/** The receipts, newest first; nothing that was received ever leaves the list. */
export function SubmissionList({ submissions }: { submissions: readonly ThesisSubmission[] }) {
  const words = useWords(thesisWords);
  const { arrived } = useObservable(useRoom().thesis);
  const fresh = submissions.find(({ id }) => id === arrived);
  const standing = ({ scan, counts }: ThesisSubmission): string => {
    if (scan === 'pending') return words.waiting;
    if (scan === 'infected') return words.infected;
    return counts ? words.counts : words.replaced;
  };
  return (
    <section className={styles.list}>
      {fresh && (
        <Notice tone="success" title={words.received} announce="status">
          <p>{fresh.scan === 'pending' ? words.pending : words.receivedKeep}</p>
        </Notice>
      )}
      <h2>{words.receipts}</h2>
      {submissions.length === 0 && <p className={styles.soft}>{words.noneYet}</p>}
      <ul className={styles.receipts}>
        {submissions.map((submission) => (
          <li key={submission.id} className={classNames(submission.counts && styles.counts)}>
            <p className={styles.receiptNo}>
              <span>
                {words.receiptNo}{' '}
                <strong data-testid="thesis-receipt" className="tabular">
                  {submission.receiptNo}
                </strong>
              </span>
              <span className={styles.standing}>{standing(submission)}</span>
            </p>
            <p className={styles.file}>{submission.fileName}</p>
            <p className={styles.soft}>
              {words.at(`${dayText(submission.receivedAt)} ${clockText(submission.receivedAt, true)}`)} ·{' '}
              {words.pages(submission.pages)} ·{' '}
              <span title={submission.sha256}>{words.hash(submission.sha256.slice(0, 8))}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
