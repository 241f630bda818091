import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import type { ExamStage } from '../session/exam-flow.ts';
import { hallWords } from './hall-words.ts';
import styles from './Steps.module.css';

const STEPS = [
  'sign_in',
  'consent',
  'rules',
  'identity',
  'device_check',
  'waiting',
] as const satisfies ExamStage['name'][];

/** How far the candidate is on the way to the paper; nothing afterwards. */
export function Steps({ stage }: { stage: ExamStage['name'] | null }) {
  const words = useWords(hallWords).steps;
  const here = (STEPS as readonly (string | null)[]).indexOf(stage);
  if (here < 0) return null;
  return (
    <nav aria-label={words.label}>
      <ol className={styles.steps}>
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={classNames(styles.step, index < here && styles.past, index === here && styles.here)}
            aria-current={index === here ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {index < here ? '✓' : index + 1}
            </span>
            {words[step]}
          </li>
        ))}
      </ol>
    </nav>
  );
}
