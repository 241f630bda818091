import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from './exam-context.ts';
import { hallWords } from './hall-words.ts';

/** The way out before handing in, in a quiet corner: nobody is ever locked in (LOCK-3), and a proctor is told. */
export function LeaveExam() {
  const words = useWords(hallWords);
  const { exam, shell } = useExamWindow();
  const { room, stage } = useObservable(exam);
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  if (stage.name === 'finished' || stage.name === 'fenced') return null;

  async function leave(): Promise<void> {
    setLeaving(true);
    await room?.leave();
    await shell.quit();
  }

  // No exam is left from here: an upload that was begun goes on at the next start.
  const atThesis = stage.name === 'thesis';
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {atThesis ? words.quit : words.leave}
      </Button>
      {asking && (
        <Dialog
          title={atThesis ? words.quitTitle : words.leaveTitle}
          onCancel={() => setAsking(false)}
          actions={
            <>
              <Button kind="danger" busy={leaving} onClick={() => void leave()}>
                {atThesis ? words.quit : words.leaveNow}
              </Button>
              <Button kind="primary" onClick={() => setAsking(false)}>
                {atThesis ? words.stayAtThesis : words.stay}
              </Button>
            </>
          }
        >
          <p>{atThesis ? words.quitBody : words.leaveBody}</p>
        </Dialog>
      )}
    </>
  );
}
