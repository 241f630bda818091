import { useState, useSyncExternalStore } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import type { AnswerLog } from '../journal/answer-log.ts';
import { useObservable } from '../use-observable.ts';
import { useRoom } from './exam-context.ts';
import { HotspotDialog } from './HotspotDialog.tsx';
import { offlineWords } from './offline-words.ts';
import { clockText, leftText } from './time-text.ts';
import { useNow } from './use-now.ts';

/** A reconnection that succeeds within this time is nothing to worry anybody with. */
const QUIET_MS = 2_000;

/** Says how long the exam centre is away, what is safe, that time runs on, and what to do. */
export function OfflineBar() {
  const words = useWords(offlineWords);
  const { language } = useLanguage();
  const { connection, log } = useRoom();
  const { offlineSince, refusal } = useObservable(connection);
  const answers = useObservable(log);
  const now = useNow();
  const [switching, setSwitching] = useState(false);
  if (offlineSince === null || now - offlineSince < QUIET_MS) return null;
  return (
    <Notice
      tone="warning"
      title={words.offline(leftText(now - offlineSince))}
      actions={!refusal && <Button onClick={() => setSwitching(true)}>{words.how}</Button>}
    >
      {/* Only what stays the same is read aloud: the seconds would never let the reader finish. */}
      <div role="status">
        {refusal ? (
          <p>{reasonText(refusal, language)}</p>
        ) : (
          <>
            {answers && <WhatIsSafe answers={answers} />}
            <p>
              {words.time} {words.first}
            </p>
          </>
        )}
      </div>
      {switching && <HotspotDialog onClose={() => setSwitching(false)} />}
    </Notice>
  );
}

/** Only what is known: what this computer keeps, and until when the exam centre has received. */
function WhatIsSafe({ answers }: { answers: AnswerLog }) {
  const words = useWords(offlineWords);
  const { unsent, storage, receivedAt } = useSyncExternalStore(answers.subscribe, () => answers.status);
  if (unsent > 0 && storage !== 'ok') return <p>{words.notKept(unsent)}</p>;
  return (
    <p>
      {words.goOn} {unsent > 0 ? words.safe(unsent) : words.allThere}
      {receivedAt !== null && <> {words.receivedUpTo(clockText(receivedAt, true))}</>}
    </p>
  );
}
