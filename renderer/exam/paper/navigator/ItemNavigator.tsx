import { useMemo, useRef } from 'react';
import { itemsOf, type Paper } from '../../../../shared/domain/paper.ts';
import { useWords } from '../../../ui/language.tsx';
import { roveFocus } from '../keys/roving-focus.ts';
import { paperWords } from '../paper-words.ts';
import { usePainted } from '../use-painted.ts';
import styles from './ItemNavigator.module.css';
import { NavigatorCounts } from './NavigatorCounts.tsx';
import { NavigatorSection } from './NavigatorSection.tsx';

/** Every item by section. One tab stop; the arrow keys move within, Enter goes to the item. */
export function ItemNavigator({ paper }: { paper: Paper }) {
  const words = useWords(paperWords);
  const list = useRef<HTMLElement>(null);
  const itemIds = useMemo(() => itemsOf(paper).map(({ id }) => id), [paper]);
  const numbers = useMemo(() => new Map(itemIds.map((id, index) => [id, index + 1])), [itemIds]);
  // A hundred buttons come a frame after the question: nobody looks at them first.
  const painted = usePainted();
  return (
    <nav
      ref={list}
      className={styles.navigator}
      aria-label={words.navigator}
      data-navigator
      onKeyDown={(event) => {
        if (list.current && roveFocus(list.current, event.key)) event.preventDefault();
      }}
    >
      <NavigatorCounts itemIds={itemIds} />
      {painted &&
        paper.sections.map((section) => (
          <NavigatorSection key={section.id} paper={paper} section={section} numbers={numbers} />
        ))}
    </nav>
  );
}
