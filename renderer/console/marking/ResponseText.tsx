import type { MarkingTask } from '../../../shared/contract/marking.ts';
import type { Item } from '../../../shared/domain/paper.ts';
import { useWords } from '../../ui/language.tsx';
import { ScrollingSection } from '../../ui/ScrollingSection.tsx';
import { ReadResponse } from '../ReadResponse.tsx';
import styles from './MarkingDesk.module.css';
import { markingWords } from './marking-words.ts';

/** What the candidate wrote, under a code that tells nothing of whose it is. */
export function ResponseText({ item, task: { code, response, mine } }: { item: Item; task: MarkingTask }) {
  const words = useWords(markingWords);
  return (
    <ScrollingSection className={styles.response} label={words.answer}>
      <p className={styles.code}>
        {words.code(code)}
        {mine && <strong> · {words.again}</strong>}
      </p>
      <ReadResponse item={item} response={response} />
    </ScrollingSection>
  );
}
