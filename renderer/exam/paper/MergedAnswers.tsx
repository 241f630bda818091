import { useState } from 'react';
import type { Paper } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { clockText } from '../window/time-text.ts';
import { mergedByItem } from './merged-by-item.ts';
import { paperWords } from './paper-words.ts';
import { useAnswerLog } from './use-answers.ts';

/** What this computer had and the exam centre had not, shown once after re-entry (ANS-4). */
export function MergedAnswers({ paper }: { paper: Paper }) {
  const words = useWords(paperWords);
  const log = useAnswerLog();
  const [seen, setSeen] = useState(false);
  const merged = mergedByItem(log.merged, paper);
  // What only the exam centre has is back already, and nothing the candidate would have to look at.
  const damages = log.damages.filter(({ kind }) => kind !== 'behind_server');
  const lost = damages.reduce((sum, damage) => sum + damage.lost, 0);
  if (seen || (merged.length === 0 && damages.length === 0)) return null;
  return (
    <Dialog
      title={lost > 0 ? words.damagedTitle : words.mergedTitle}
      onCancel={() => setSeen(true)}
      actions={
        <Button kind="primary" onClick={() => setSeen(true)}>
          {words.understood}
        </Button>
      }
    >
      {merged.length > 0 && <p>{words.mergedBody}</p>}
      <ul>
        {merged.map(({ number, outcome, at, serverAt }) => (
          <li key={number} data-outcome={outcome}>
            <strong>{words.mergedItem(number)}</strong>{' '}
            {outcome === 'older' && serverAt !== null
              ? words.older(clockText(at, true), clockText(serverAt, true))
              : words.carried(clockText(at, true))}
          </li>
        ))}
      </ul>
      {damages.length > 0 && <p>{words.damaged(lost)}</p>}
    </Dialog>
  );
}
