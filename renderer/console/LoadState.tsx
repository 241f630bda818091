import { Button } from '../ui/Button.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { reasonText } from '../ui/reason-words.ts';
import { defineWords } from '../ui/words.ts';
import dense from './dense.module.css';
import type { Loaded } from './use-loaded.ts';

const loadWords = defineWords(
  { loading: '正在读取…', again: '重新读取' },
  { loading: 'Loading…', again: 'Load again' },
);

/** That something is being loaded, or why it could not be. */
export function LoadState({ loaded: { value, failure, reload } }: { loaded: Loaded<unknown> }) {
  const words = useWords(loadWords);
  const { language } = useLanguage();
  if (failure === null) return value === null ? <p role="status">{words.loading}</p> : null;
  return (
    <Notice
      tone="danger"
      announce="alert"
      actions={
        <Button className={dense.button} onClick={reload}>
          {words.again}
        </Button>
      }
    >
      <p>{reasonText(failure, language)}</p>
    </Notice>
  );
}
