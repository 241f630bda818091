import { useState } from 'react';
import { useWords } from '../../../ui/language.tsx';
import { useRoom } from '../../window/exam-context.ts';
import { paperWords } from '../paper-words.ts';
import { useAnswerLog } from '../use-answers.ts';
import { SymbolRow } from '../writing/SymbolRow.tsx';
import { WritingField } from '../writing/WritingField.tsx';
import styles from './Answer.module.css';

interface CalculationAnswerProps {
  itemId: string;
  unit: string;
  labelledBy: string;
}

const STEPS_LENGTH = 20_000;
const RESULT_LENGTH = 200;

/** Working and result; one answer, whichever field is typed in. */
export function CalculationAnswer({ itemId, unit, labelledBy }: CalculationAnswerProps) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const log = useAnswerLog();
  const [initial] = useState(() => {
    const given = log.state.responses[itemId];
    return given?.kind === 'calculation' ? given : { kind: 'calculation' as const, steps: '', result: '' };
  });
  // Typing changes it in place: nothing is rendered for a keystroke.
  const [value] = useState(() => ({ ...initial }));

  const typed = (field: 'steps' | 'result') => (text: string, composing: boolean) => {
    value[field] = text;
    desk.type(itemId, { ...value }, composing);
  };

  return (
    <div className={styles.written}>
      <SymbolRow />
      <WritingField
        id={`steps-${itemId}`}
        label={words.steps}
        describedBy={labelledBy}
        rows={6}
        maxLength={STEPS_LENGTH}
        initial={initial.steps}
        onText={typed('steps')}
      />
      <div className={styles.result}>
        <WritingField
          id={`result-${itemId}`}
          label={words.result}
          describedBy={`unit-${itemId}`}
          rows={1}
          maxLength={RESULT_LENGTH}
          initial={initial.result}
          onText={typed('result')}
        />
        <span id={`unit-${itemId}`} className={styles.hint}>
          {words.unit(unit)}
        </span>
      </div>
    </div>
  );
}
