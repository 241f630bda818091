import { useEffect, useRef, useState } from 'react';
import type { Item, Paper } from '../../../shared/domain/paper.ts';
import { useWords } from '../../ui/language.tsx';
import { ItemSheet } from './ItemSheet.tsx';
import { InBasket } from './in-basket/InBasket.tsx';
import { inBasketWords } from './in-basket/in-basket-words.ts';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';
import { Split } from './reading/Split.tsx';
import { Stimulus } from './Stimulus.tsx';
import { useItem } from './use-item.ts';

/** The item before the candidate, beside or under what it is about. */
export function PaperSheet({ paper }: { paper: Paper }) {
  const item = useItem(paper);
  return <main className={styles.main}>{item && <Sheet paper={paper} item={item} />}</main>;
}

function Sheet({ paper, item }: { paper: Paper; item: Item }) {
  const words = useWords(paperWords);
  const deskWords = useWords(inBasketWords);
  const [beside, setBeside] = useState(0.5);
  const [above, setAbove] = useState(0.43);
  const top = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each item begins at its top
  useEffect(() => {
    top.current?.scrollTo(0, 0);
    // The focus was on something of the item before: it goes on from the new one's head, not from the page's.
    if (document.activeElement === document.body) top.current?.querySelector('h1')?.focus();
  }, [item.id]);
  const stimulus = paper.stimuli.find(({ id }) => id === item.stimulusId);
  const instructions = paper.sections.find(({ items }) => items.includes(item))?.instructions ?? '';
  const sheet = (
    <div ref={top} className={stimulus ? styles.sheetBeside : styles.sheetAlone}>
      <ItemSheet paper={paper} item={item} />
    </div>
  );
  if (!stimulus) return sheet;
  return item.kind === 'handling' ? (
    <Split
      direction="rows"
      label={deskWords.deskDivider}
      share={above}
      onShare={setAbove}
      first={<InBasket stimulus={stimulus} instructions={instructions} item={item} />}
      second={sheet}
    />
  ) : (
    <Split
      direction="columns"
      label={words.divider}
      share={beside}
      onShare={setBeside}
      first={<Stimulus key={stimulus.id} stimulus={stimulus} />}
      second={sheet}
    />
  );
}
