import { useWords } from '../../ui/language.tsx';
import type { AnswerLogStatus } from '../journal/answer-log.ts';
import { clockText } from '../window/time-text.ts';
import { paperWords } from './paper-words.ts';
import { useLogStatus } from './use-answers.ts';

/** What is known of the whole paper: received and when, or how much waits and where. Never more than is known. */
export function SavedStatus() {
  const words = useWords(paperWords);
  const status = useLogStatus();
  const { unsent, receivedAt } = status;
  const time = receivedAt === null ? null : clockText(receivedAt, true);
  const waiting = unsent > 0 && time !== null ? ` · ${words.receivedUpTo(time)}` : '';
  return (
    <span data-testid="unsent" data-count={unsent} className="tabular">
      {unsent === 0 && time !== null ? words.allReceivedAt(time) : text(status, words)}
      {waiting}
    </span>
  );
}

function text({ unsent, durable, lastSeq, storage }: AnswerLogStatus, words: (typeof paperWords)['en']): string {
  if (unsent === 0) return words.allReceived;
  if (durable === lastSeq) return words.unsent(unsent);
  return storage === 'ok' ? words.saving(unsent) : words.unsaved(unsent);
}
