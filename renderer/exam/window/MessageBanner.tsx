import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from './exam-context.ts';
import { hallWords } from './hall-words.ts';
import { clockText } from './time-text.ts';

/** A proctor's word, standing until the candidate has confirmed to have read it; the oldest first. */
export function MessageBanner() {
  const words = useWords(hallWords);
  const { messages } = useRoom();
  const [message] = useObservable(messages);
  if (!message) return null;
  return (
    <Notice
      key={message.id}
      announce="alert"
      title={words.message(message.from, clockText(message.at))}
      actions={<Button onClick={() => messages.read(message.id)}>{words.read}</Button>}
    >
      <p>{message.text}</p>
    </Notice>
  );
}
