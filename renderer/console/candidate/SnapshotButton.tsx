import type { RefObject } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { useKeys } from '../keys.ts';
import { shownPicture } from '../live/shown-picture.ts';
import { clockText } from '../time-text.ts';
import { useTask } from '../use-task.ts';
import { actionWords } from './action-words.ts';

interface SnapshotButtonProps {
  attemptId: string;
  /** Where the candidate's pictures are shown. */
  shown: RefObject<HTMLElement | null>;
  onSaid(said: string): void;
}

/** Keeps what both cameras show at this moment as evidence. */
export function SnapshotButton({ attemptId, shown, onSaid }: SnapshotButtonProps) {
  const { connection } = useDesk();
  const words = useWords(actionWords);
  const { language } = useLanguage();
  const task = useTask();
  const take = (): void => {
    const root = shown.current;
    // Drawn at the press, before anything is awaited: the moment is what counts.
    const [front, rear] = root ? [shownPicture(root, 'front'), shownPicture(root, 'rear')] : [null, null];
    if (front === null && rear === null) {
      onSaid(words.nothingShown);
      return;
    }
    const at = connection.clock.now();
    void task.run(async () => {
      try {
        await connection.http('snapshot', { front, rear }, { attemptId });
        onSaid(words.snapshotKept(clockText(at)));
      } catch (cause) {
        onSaid(words.snapshotFailed(reasonText(cause, language)));
        throw cause;
      }
    });
  };
  useKeys({ s: take });
  return (
    <Button className={dense.button} busy={task.busy} onClick={take}>
      {words.snapshot}
    </Button>
  );
}
