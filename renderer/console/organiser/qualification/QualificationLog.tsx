import type { QualificationsView } from '../../../../shared/contract/qualification.ts';
import { assertNever } from '../../../../shared/support/assert-never.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import table from '../../table.module.css';
import { dateText } from '../../time-text.ts';
import styles from './Qualification.module.css';
import { qualificationWords } from './qualification-words.ts';

type Step = QualificationsView['log']['latest'][number]['step'];

/** Every pass, test and change of the rules, and whether the log is as it was written (QUA-3). */
export function QualificationLog({ log }: { log: QualificationsView['log'] }) {
  const words = useWords(qualificationWords);
  return (
    <section className={styles.rules}>
      {!log.intact && <Notice tone="danger" announce="alert" title={words.logBroken} />}
      <details data-testid="qualification-log">
        <summary>{words.logTitle}</summary>
        {log.links === 0 ? (
          <p>{words.logEmpty}</p>
        ) : (
          log.intact && <p className={table.soft}>{words.logIntact(log.links, log.head)}</p>
        )}
        <ul className={table.soft}>
          {log.latest.map(({ seq, at, by, name, step }) => (
            <li key={seq}>
              {dateText(at)} {name} {stepText(step, words)}
              {by !== name && words.by(by)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function stepText(step: Step, words: (typeof qualificationWords)['zh-CN']): string {
  switch (step.kind) {
    case 'rules':
      return words.step.rules(step.rules, step.reason);
    case 'granted':
      return words.step.granted(dateText(step.until), step.reason);
    case 'withdrawn':
      return words.step.withdrawn(step.reason);
    case 'begun':
      return words.step.begun[step.run];
    case 'ended':
      return `${words.step.ended[step.run]}: ${step.passed ? words.step.passed : words.step.failed} (${words.score(step.score)})`;
    default:
      return assertNever(step);
  }
}
