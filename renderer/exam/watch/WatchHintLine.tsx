import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { hintWords } from './hint-words.ts';

/** What a person in the room would say to the candidate; it goes by itself. */
export function WatchHintLine() {
  const words = useWords(hintWords);
  const hint = useObservable(useRoom().watchHint);
  if (hint === null) return null;
  return (
    <Notice tone="info" announce="status" title={words.hint[hint]}>
      <p>{words.calm}</p>
    </Notice>
  );
}
