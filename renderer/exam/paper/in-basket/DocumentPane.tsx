import type { DeskDocument } from '../../../../shared/domain/content.ts';
import type { Stimulus } from '../../../../shared/domain/paper.ts';
import { Content } from '../../../ui/content/Content.tsx';
import { useWords } from '../../../ui/language.tsx';
import { ScrollingSection } from '../../../ui/ScrollingSection.tsx';
import styles from './InBasket.module.css';
import { inBasketWords } from './in-basket-words.ts';

interface DocumentPaneProps {
  /** What this side is for. */
  label: string;
  document: DeskDocument;
}

/** One document as it lies on the desk: its head, then its text, scrolling by itself. */
export function DocumentPane({ label, document }: DocumentPaneProps) {
  const words = useWords(inBasketWords);
  const { kind, title, from, to, date } = document;
  const facts = [from && words.from(from), to && words.to(to), date].filter(Boolean);
  return (
    <ScrollingSection className={styles.document} label={`${label}：${title}`} document={document.id}>
      <h2>
        <span className={styles.kind}>{words.kinds[kind]}</span> {title}
      </h2>
      {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      <Content blocks={document.content} />
    </ScrollingSection>
  );
}

/** What the whole desk is about: who the candidate is, and when. */
export function BackgroundPane({ stimulus, instructions }: { stimulus: Stimulus; instructions: string }) {
  const words = useWords(inBasketWords);
  return (
    <ScrollingSection className={styles.document} label={words.background} document={stimulus.id}>
      <h2>
        <span className={styles.kind}>{words.background}</span> {stimulus.title}
      </h2>
      {instructions && <p>{instructions}</p>}
      <Content blocks={stimulus.content} />
    </ScrollingSection>
  );
}
