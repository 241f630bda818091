import type { Stimulus as StimulusContent } from '../../../shared/domain/paper.ts';
import { Content } from '../../ui/content/Content.tsx';
import { useWords } from '../../ui/language.tsx';
import { ScrollingSection } from '../../ui/ScrollingSection.tsx';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';

/** What several items are about, beside each of them. */
export function Stimulus({ stimulus }: { stimulus: StimulusContent }) {
  const words = useWords(paperWords);
  return (
    <ScrollingSection className={styles.stimulus} label={words.material}>
      <h2>{stimulus.title}</h2>
      <Content blocks={stimulus.content} />
    </ScrollingSection>
  );
}
