import type { Case } from '../../../shared/contract/cases.ts';
import { groundText } from '../../../shared/domain/case-grounds.ts';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { frameWords } from '../frame-words.ts';
import { momentText } from '../time-text.ts';
import styles from './Cases.module.css';
import { caseWords } from './case-words.ts';

/** Whom a case waits for, or how it ended. */
export function CaseStandingText({ standing: { state, verdict, round } }: { standing: Case['standing'] }) {
  const words = useWords(caseWords);
  const look = state !== 'closed' ? styles.open : verdict === 'sustained' ? styles.sustained : styles.closed;
  return (
    <span className={look} data-state={state} data-verdict={verdict ?? ''}>
      {state === 'closed' && verdict !== null ? words.verdict[verdict] : words.state[state]}
      {round > 1 && ` · ${words.round(round)}`}
    </span>
  );
}

/** All that was done about a case, oldest first. */
export function CaseSteps({ steps }: { steps: Case['steps'] }) {
  const words = useWords(caseWords);
  const roles = useWords(frameWords).role;
  const { language } = useLanguage();
  return (
    <ol className={styles.steps} aria-label={words.history}>
      {steps.map(({ seq, at, by, step, hash }) => (
        <li key={seq} className={styles.step} data-step={step.kind}>
          <p>
            <strong>{words.step[step.kind]}</strong>
            {'verdict' in step && (
              <strong className={classNames(step.verdict === 'sustained' && styles.sustained)}>
                {' '}
                {words.verdict[step.verdict]} · {groundText(step.verdict, step.ground, language === 'en' ? 'en' : 'zh')}
              </strong>
            )}
          </p>
          <p>{step.text}</p>
          <p className={classNames(styles.soft, 'tabular')} title={hash}>
            {by.name}（{roles[by.role]}） · {momentText(at)}
          </p>
        </li>
      ))}
    </ol>
  );
}
