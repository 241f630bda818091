import { type FormEvent, useState } from 'react';
import { useWords } from '../../ui/language.tsx';
import { useRoom } from '../window/exam-context.ts';
import styles from './ItemSheet.module.css';
import { paperWords } from './paper-words.ts';
import { isComposing } from './typing.ts';
import { useAnswerLog } from './use-answers.ts';

interface CalculationAnswerProps {
  itemId: string;
  unit: string;
  labelledBy: string;
}

/** Working and result; one answer, whichever field is typed in. */
export function CalculationAnswer({ itemId, unit, labelledBy }: CalculationAnswerProps) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const given = useAnswerLog().state.responses[itemId];
  const [value, setValue] = useState(
    given?.kind === 'calculation' ? given : { kind: 'calculation' as const, steps: '', result: '' },
  );

  const typed = (field: 'steps' | 'result') => (event: FormEvent<HTMLTextAreaElement | HTMLInputElement>) => {
    const next = { ...value, [field]: event.currentTarget.value };
    const ended = event.type === 'compositionend';
    setValue(next);
    desk.type(itemId, next, !ended && isComposing(event));
    if (ended) desk.commitTyping();
  };

  return (
    <div className={styles.written}>
      <label htmlFor={`steps-${itemId}`}>{words.steps}</label>
      <textarea
        id={`steps-${itemId}`}
        className={styles.text}
        aria-describedby={labelledBy}
        rows={6}
        maxLength={20_000}
        value={value.steps}
        spellCheck={false}
        onChange={typed('steps')}
        onCompositionEnd={typed('steps')}
        onBlur={desk.commitTyping}
      />
      <label htmlFor={`result-${itemId}`}>{words.result}</label>
      <input
        id={`result-${itemId}`}
        className={styles.result}
        aria-describedby={`unit-${itemId}`}
        maxLength={200}
        value={value.result}
        autoComplete="off"
        onChange={typed('result')}
        onCompositionEnd={typed('result')}
        onBlur={desk.commitTyping}
      />
      <span id={`unit-${itemId}`} className={styles.hint}>
        {words.unit(unit)}
      </span>
    </div>
  );
}
