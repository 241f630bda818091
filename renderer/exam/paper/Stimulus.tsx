import type { Stimulus as StimulusText } from '../../../shared/domain/paper.ts';
import { useWords } from '../../ui/language.tsx';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';

/** The text several items are about, beside each of them. */
export function Stimulus({ stimulus }: { stimulus: StimulusText }) {
  const words = useWords(paperWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
    <section className={styles.stimulus} aria-label={words.material} tabIndex={0}>
      <h2>{stimulus.title}</h2>
      <p>{stimulus.text}</p>
    </section>
  );
}
