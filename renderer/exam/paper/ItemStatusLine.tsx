import { useSyncExternalStore } from 'react';
import { isBlank } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useRoom } from '../window/exam-context.ts';
import styles from './ItemSheet.module.css';
import { paperWords } from './paper-words.ts';
import { useAnswerLog, useResponse } from './use-answers.ts';

/** What is known of this item's answer: on this computer, or at the exam centre. */
export function ItemStatusLine({ itemId }: { itemId: string }) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const log = useAnswerLog();
  const response = useResponse(itemId);
  const status = useSyncExternalStore(log.subscribe, () => log.itemStatus(itemId));
  const choice = response?.kind === 'choice' && !isBlank(response);
  return (
    <div className={styles.status}>
      <span data-testid="item-status" data-status={status}>
        {words.saved[status]}
      </span>
      {choice && (
        <Button kind="quiet" onClick={() => desk.answer(itemId, { kind: 'choice', chosen: [] })}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
