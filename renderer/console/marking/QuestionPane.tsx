import type { RouteReply } from '../../../shared/contract/http.ts';
import type { DeskDocument } from '../../../shared/domain/content.ts';
import { Content } from '../../ui/content/Content.tsx';
import { useWords } from '../../ui/language.tsx';
import { ScrollingSection } from '../../ui/ScrollingSection.tsx';
import styles from './MarkingDesk.module.css';
import { markingWords } from './marking-words.ts';

/** What was asked, what it is about, and what is right. */
export function QuestionPane({ material }: { material: RouteReply<'markingMaterial'> }) {
  const words = useWords(markingWords);
  const { item, stimulus, rubric } = material;
  const documents = stimulus?.documents ?? [];
  const handled = item.kind === 'handling' ? documents.find(({ id }) => id === item.documentId) : undefined;
  return (
    <ScrollingSection className={styles.question} label={words.question}>
      <Content blocks={item.stem} />
      <h2>{words.rubric}</h2>
      <p className={styles.rubric}>{rubric}</p>
      {handled && <Document title={words.document} document={handled} open />}
      {stimulus && (
        <details className={styles.material} open={!handled}>
          <summary>
            {words.material}：{stimulus.title}
          </summary>
          <Content blocks={stimulus.content} />
        </details>
      )}
      {documents
        .filter((document) => document !== handled)
        .map((document) => (
          <Document key={document.id} title={words.otherDocument(document.title)} document={document} open={false} />
        ))}
    </ScrollingSection>
  );
}

function Document({ title, document, open }: { title: string; document: DeskDocument; open: boolean }) {
  const facts = [document.title, document.from, document.to, document.date].filter((fact) => fact !== '');
  return (
    <details className={styles.material} open={open}>
      <summary>{title}</summary>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <Content blocks={document.content} />
    </details>
  );
}
