import type { DeskDocument } from '../../../../shared/domain/content.ts';
import type { Item, Paper, Section } from '../../../../shared/domain/paper.ts';
import { useWords } from '../../../ui/language.tsx';
import { useRoom } from '../../window/exam-context.ts';
import { NavigatorItem } from '../navigator/NavigatorItem.tsx';
import { useAnswered, useAnswerLog } from '../use-answers.ts';
import styles from './DocumentRows.module.css';
import { inBasketWords } from './in-basket-words.ts';
import { useOpenDocument } from './open-document.ts';

interface DocumentRowsProps {
  paper: Paper;
  section: Section;
  numbers: ReadonlyMap<string, number>;
}

type Handling = Extract<Item, { kind: 'handling' }>;

/** The desk's documents as a list: what each is, from whom, when, and whether it has been handled. */
export function DocumentRows({ paper, section, numbers }: DocumentRowsProps) {
  const words = useWords(inBasketWords);
  const { openBeside } = useOpenDocument();
  const items = section.items.filter((item): item is Handling => item.kind === 'handling');
  const stimuli = paper.stimuli.filter(({ id }) => items.some(({ stimulusId }) => stimulusId === id));
  const documents = stimuli.flatMap((stimulus) => stimulus.documents);
  const handled = new Set(items.map(({ documentId }) => documentId));
  return (
    <ol className={styles.rows}>
      {items.map((item) => {
        const document = documents.find(({ id }) => id === item.documentId);
        return (
          document && (
            <li key={item.id} className={styles.row}>
              <ItemRow item={item} document={document} number={numbers.get(item.id) ?? 0} />
              <BesideButton id={document.id} title={document.title} />
            </li>
          )
        );
      })}
      {documents
        .filter(({ id }) => !handled.has(id))
        .map((document) => (
          <li key={document.id} className={styles.row}>
            <button type="button" tabIndex={-1} className={styles.reference} onClick={() => openBeside(document.id)}>
              <strong>{document.title}</strong>
              <span className={styles.soft}>
                {words.kinds[document.kind]} · {words.reference}
              </span>
            </button>
          </li>
        ))}
    </ol>
  );
}

interface ItemRowProps {
  item: Handling;
  document: DeskDocument;
  number: number;
}

function ItemRow({ item, document, number }: ItemRowProps) {
  const words = useWords(inBasketWords);
  const log = useAnswerLog();
  const { desk } = useRoom();
  const state = useAnswered(item.id) ? words.handled : words.unhandled;
  const facts = [words.kinds[document.kind], document.from, document.date].filter(Boolean).join(' · ');
  return (
    <NavigatorItem log={log} onGo={desk.go} itemId={item.id} number={number}>
      <span className={styles.about}>
        <strong>{document.title}</strong>
        <span className={styles.soft}>
          {facts} · {state}
        </span>
      </span>
    </NavigatorItem>
  );
}

function BesideButton({ id, title }: { id: string; title: string }) {
  const words = useWords(inBasketWords);
  const { beside, openBeside } = useOpenDocument();
  return (
    <button
      type="button"
      className={styles.beside}
      tabIndex={-1}
      aria-label={words.openBeside(title)}
      aria-pressed={beside === id}
      onClick={() => openBeside(beside === id ? null : id)}
    >
      {words.beside}
    </button>
  );
}
