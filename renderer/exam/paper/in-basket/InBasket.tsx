import { useState } from 'react';
import type { Item, Stimulus } from '../../../../shared/domain/paper.ts';
import { useWords } from '../../../ui/language.tsx';
import { Split } from '../reading/Split.tsx';
import { BackgroundPane, DocumentPane } from './DocumentPane.tsx';
import styles from './InBasket.module.css';
import { inBasketWords } from './in-basket-words.ts';
import { useOpenDocument } from './open-document.ts';

interface InBasketProps {
  stimulus: Stimulus;
  /** What the section asks for as a whole. */
  instructions: string;
  item: Extract<Item, { kind: 'handling' }>;
}

/** The desk: the document that is being handled, and any other beside it, both in sight while one writes. */
export function InBasket({ stimulus, instructions, item }: InBasketProps) {
  const words = useWords(inBasketWords);
  const { beside, openBeside } = useOpenDocument();
  const [share, setShare] = useState(0.5);
  const current = stimulus.documents.find(({ id }) => id === item.documentId);
  // The background lies there at first, and when a document's own turn has come: it is never beside itself.
  const second = beside === undefined || beside === item.documentId ? stimulus.id : beside;
  const other = stimulus.documents.find(({ id }) => id === second);
  const left = current && <DocumentPane key={current.id} label={words.current} document={current} />;
  return (
    <section className={styles.desk} aria-label={words.desk}>
      <div className={styles.bar}>
        <label htmlFor="beside">{words.choose}</label>
        <select
          id="beside"
          className={styles.choice}
          value={second ?? ''}
          onChange={(event) => openBeside(event.target.value || null)}
        >
          <option value="">{words.nothing}</option>
          <option value={stimulus.id}>
            {words.background} · {stimulus.title}
          </option>
          {stimulus.documents
            .filter(({ id }) => id !== item.documentId)
            .map(({ id, kind, title }) => (
              <option key={id} value={id}>
                {words.kinds[kind]} · {title}
              </option>
            ))}
        </select>
      </div>
      <div className={styles.open}>
        {second === null ? (
          left
        ) : (
          <Split
            direction="columns"
            label={words.divider}
            share={share}
            onShare={setShare}
            first={left}
            second={
              other ? (
                <DocumentPane key={other.id} label={words.second} document={other} />
              ) : (
                <BackgroundPane stimulus={stimulus} instructions={instructions} />
              )
            }
          />
        )}
      </div>
    </section>
  );
}
