import { useWords } from '../../ui/language.tsx';
import { paperWords } from './paper-words.ts';
import { useLogStatus } from './use-answers.ts';

/** What is known of the whole paper: received, or how much waits. Never more than is known. */
export function SavedStatus() {
  const words = useWords(paperWords);
  const { unsent, durable, lastSeq } = useLogStatus();
  const text = unsent === 0 ? words.allReceived : durable === lastSeq ? words.unsent(unsent) : words.unsaved(unsent);
  return (
    <span data-testid="unsent" data-count={unsent}>
      {text}
    </span>
  );
}
