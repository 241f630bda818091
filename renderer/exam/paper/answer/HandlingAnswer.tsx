import { useState } from 'react';
import type { Item } from '../../../../shared/domain/paper.ts';
import { useWords } from '../../../ui/language.tsx';
import { useRoom } from '../../window/exam-context.ts';
import { paperWords } from '../paper-words.ts';
import { useAnswerLog, useResponse } from '../use-answers.ts';
import { WritingField } from '../writing/WritingField.tsx';
import styles from './HandlingAnswer.module.css';

type Handling = Extract<Item, { kind: 'handling' }>;

/** What becomes of one document of the desk: a decision, an action, a reason; one answer, whatever is changed. */
export function HandlingAnswer({ item, labelledBy }: { item: Handling; labelledBy: string }) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const log = useAnswerLog();
  const response = useResponse(item.id);
  const decision = response?.kind === 'handling' ? response.decision : '';
  const [initial] = useState(() => {
    const given = log.state.responses[item.id];
    return given?.kind === 'handling' ? given : { kind: 'handling' as const, decision: '', action: '', reason: '' };
  });
  // Typing changes it in place: nothing is rendered for a keystroke.
  const [value] = useState(() => ({ ...initial }));

  const typed = (field: 'action' | 'reason') => (text: string, composing: boolean) => {
    value[field] = text;
    desk.type(item.id, { ...value }, composing);
  };
  const decide = (id: string) => {
    // What was typed a moment ago is in `value` already: this one entry holds both.
    desk.commitTyping();
    value.decision = id;
    desk.answer(item.id, { ...value });
  };

  return (
    <div className={styles.handling}>
      <fieldset className={styles.decisions} aria-describedby={labelledBy}>
        <legend className={styles.legend}>{words.decision}</legend>
        {item.decisions.map(({ id, text }) => (
          <label key={id} className={styles.decision}>
            <input type="radio" name={item.id} value={id} checked={decision === id} onChange={() => decide(id)} />
            {text}
          </label>
        ))}
      </fieldset>
      <div className={styles.texts}>
        {(['action', 'reason'] as const).map((field) => (
          <div key={field} className={styles.text}>
            <WritingField
              id={`${field}-${item.id}`}
              label={words[field]}
              describedBy={labelledBy}
              rows={3}
              maxLength={item.maxLength}
              counted
              initial={initial[field]}
              onText={typed(field)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
