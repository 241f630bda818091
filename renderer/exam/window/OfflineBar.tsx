import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useObservable } from '../use-observable.ts';
import { useRoom } from './exam-context.ts';
import { hallWords } from './hall-words.ts';
import { leftText } from './time-text.ts';
import { useNow } from './use-now.ts';

/** A reconnection that succeeds within this time is nothing to worry anybody with. */
const QUIET_MS = 2_000;

/** Says how long the exam centre is away, what is safe, and what to do. */
export function OfflineBar() {
  const words = useWords(hallWords);
  const { language } = useLanguage();
  const { offlineSince, refusal } = useObservable(useRoom().connection);
  const now = useNow();
  if (offlineSince === null || now - offlineSince < QUIET_MS) return null;
  return (
    <Notice tone="warning" title={words.offline(leftText(now - offlineSince))}>
      {/* Only what stays the same is read aloud: the seconds would never let the reader finish. */}
      <div role="status">
        {refusal ? (
          <p>{reasonText(refusal, language)}</p>
        ) : (
          <>
            <p>{words.offlineSafe}</p>
            <p>{words.hotspot}</p>
          </>
        )}
      </div>
    </Notice>
  );
}
