import { useState } from 'react';
import { HUMAN_KINDS, type HumanKind } from '../../../shared/domain/violation.ts';
import { useWords } from '../../ui/language.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import { useDesk } from '../desk.ts';
import { Select } from '../Select.tsx';
import { actionWords } from './action-words.ts';

interface FlagDialogProps {
  attemptId: string;
  name: string;
  onClose: () => void;
}

/** Notes a violation that the proctor has seen. What the machine cannot tell has kinds of its own. */
export function FlagDialog({ attemptId, name, onClose }: FlagDialogProps) {
  const { connection } = useDesk();
  const words = useWords(actionWords);
  const [kind, setKind] = useState<HumanKind>('manual');
  return (
    <DecisionDialog
      title={words.flagTitle(name)}
      ready={words.flagReasons}
      label={words.flagLabel}
      kind="primary"
      decide={(note) => connection.http('flag', { kind, note }, { attemptId })}
      onClose={onClose}
    >
      <p>{words.flagEffect}</p>
      <p>
        <Select
          label={words.flagKind}
          value={kind}
          onChange={(value) => setKind(HUMAN_KINDS.find((each) => each === value) ?? 'manual')}
          options={HUMAN_KINDS.map((each) => [each, words.flagKinds[each]])}
        />
      </p>
    </DecisionDialog>
  );
}
