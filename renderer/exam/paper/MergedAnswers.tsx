import { useState } from 'react';
import { itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import type { MergedEntry } from '../../../shared/domain/reentry.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { paperWords } from './paper-words.ts';
import { useAnswerLog } from './use-answers.ts';

/** Item number in this paper (0 for anything else) and what became of its last entry, in the order of the paper. */
export function mergedByItem(merged: readonly MergedEntry[], paper: Paper): [number, MergedEntry['outcome']][] {
  const order = itemsOf(paper).map(({ id }) => id);
  const outcomes = new Map<number, MergedEntry['outcome']>();
  for (const { entry, outcome } of merged) {
    if (entry.body.type === 'response') outcomes.set(order.indexOf(entry.body.itemId) + 1, outcome);
  }
  return [...outcomes].sort(([left], [right]) => left - right);
}

/** What this computer had and the exam centre had not, shown once after re-entry (ANS-4). */
export function MergedAnswers({ paper }: { paper: Paper }) {
  const words = useWords(paperWords);
  const log = useAnswerLog();
  const [seen, setSeen] = useState(false);
  const merged = mergedByItem(log.merged, paper);
  if (seen || (merged.length === 0 && log.damaged === 0)) return null;
  return (
    <Dialog
      title={words.mergedTitle}
      onCancel={() => setSeen(true)}
      actions={
        <Button kind="primary" onClick={() => setSeen(true)}>
          {words.understood}
        </Button>
      }
    >
      {merged.length > 0 && <p>{words.mergedBody}</p>}
      <ul>
        {merged.map(([number, outcome]) => (
          <li key={number}>
            {number > 0 ? words.mergedItem(number) : words.mergedOther}: {words[outcome]}
          </li>
        ))}
      </ul>
      {log.damaged > 0 && <p>{words.damaged(log.damaged)}</p>}
    </Dialog>
  );
}
