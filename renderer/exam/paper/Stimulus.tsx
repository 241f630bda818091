import type { Stimulus as StimulusContent } from '../../../shared/domain/paper.ts';
import { useWords } from '../../ui/language.tsx';
import { Content } from './content/Content.tsx';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';

/** What several items are about, beside each of them. */
export function Stimulus({ stimulus }: { stimulus: StimulusContent }) {
  const words = useWords(paperWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
    <section className={styles.stimulus} aria-label={words.material} tabIndex={0} data-scrolls>
      <h2>{stimulus.title}</h2>
      <Content blocks={stimulus.content} />
    </section>
  );
}
