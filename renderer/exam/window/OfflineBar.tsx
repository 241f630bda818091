import { useState, useSyncExternalStore } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import type { AnswerLog } from '../journal/answer-log.ts';
import type { ExamStage } from '../session/exam-flow.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow, useRoom } from './exam-context.ts';
import { HotspotDialog } from './HotspotDialog.tsx';
import { offlineLines } from './offline-lines.ts';
import { offlineWords } from './offline-words.ts';
import { clockText, leftText } from './time-text.ts';
import { useNow } from './use-now.ts';

/** Where the clock of a session is what the candidate looks at. */
const TIMED: readonly ExamStage['name'][] = ['device_check', 'waiting', 'answering'];
/** A reconnection that succeeds within this time is nothing to worry anybody with. */
const QUIET_MS = 2_000;

/** Says how long the exam centre is away, what is safe, what to do, and while there is a paper that time runs on. */
export function OfflineBar() {
  const words = useWords(offlineWords);
  const { language } = useLanguage();
  const { connection, log } = useRoom();
  const { stage } = useObservable(useExamWindow().exam);
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
            {answers && <WhatIsSafe answers={answers} stage={stage.name} />}
            <p>
              {TIMED.includes(stage.name) && words.time} {words.first}
            </p>
          </>
        )}
      </div>
      {switching && <HotspotDialog onClose={() => setSwitching(false)} />}
    </Notice>
  );
}

/** Only what is known: what this computer keeps, and until when the exam centre has received. */
function WhatIsSafe({ answers, stage }: { answers: AnswerLog; stage: ExamStage['name'] }) {
  const words = useWords(offlineWords);
  const { unsent, storage, receivedAt } = useSyncExternalStore(answers.subscribe, () => answers.status);
  const lines = offlineLines({ stage, unsent, kept: storage === 'ok' });
  return (
    <p>
      {lines.map((line) => words[line](unsent)).join(' ')}
      {receivedAt !== null && lines[0] !== 'notKept' && <> {words.receivedUpTo(clockText(receivedAt, true))}</>}
    </p>
  );
}
