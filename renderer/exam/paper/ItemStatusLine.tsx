import { useSyncExternalStore } from 'react';
import { isBlank } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useRoom } from '../window/exam-context.ts';
import { clockText } from '../window/time-text.ts';
import styles from './ItemSheet.module.css';
import { paperWords } from './paper-words.ts';
import { useAnswerLog, useLogStatus, useResponse } from './use-answers.ts';

/** What is known of this item's answer: on this computer, or at the exam centre. */
export function ItemStatusLine({ itemId }: { itemId: string }) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const log = useAnswerLog();
  const response = useResponse(itemId);
  const status = useSyncExternalStore(log.subscribe, () => log.itemStatus(itemId));
  const receivedAt = useSyncExternalStore(log.subscribe, () => log.itemReceivedAt(itemId));
  const { storage } = useLogStatus();
  // What the disk has refused is not being saved: the exam centre's word is the next one there will be.
  const shown = status === 'saving' && storage !== 'ok' ? 'unsaved' : status;
  const choice = response?.kind === 'choice' && !isBlank(response);
  return (
    <div className={styles.status}>
      <span data-testid="item-status" data-status={shown} className="tabular">
        {shown === 'received' && receivedAt !== null
          ? words.receivedAt(clockText(receivedAt, true))
          : words.saved[shown]}
      </span>
      {choice && (
        <Button kind="quiet" onClick={() => desk.answer(itemId, { kind: 'choice', chosen: [] })}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
