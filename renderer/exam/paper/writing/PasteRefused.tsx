import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { writingWords } from './writing-words.ts';

/** Said gently, and at once: a habit is no crime. */
export function PasteRefused({ onRead }: { onRead(): void }) {
  const words = useWords(writingWords);
  return (
    <Notice
      tone="info"
      announce="status"
      title={words.refusedTitle}
      actions={<Button onClick={onRead}>{words.understood}</Button>}
    >
      <p>{words.refused}</p>
    </Notice>
  );
}
