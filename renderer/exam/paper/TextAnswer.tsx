import { useState } from 'react';
import { useWords } from '../../ui/language.tsx';
import { useRoom } from '../window/exam-context.ts';
import styles from './ItemSheet.module.css';
import { paperWords } from './paper-words.ts';
import { isComposing } from './typing.ts';
import { useAnswerLog } from './use-answers.ts';

interface TextAnswerProps {
  itemId: string;
  maxLength: number;
  labelledBy: string;
}

export function TextAnswer({ itemId, maxLength, labelledBy }: TextAnswerProps) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const given = useAnswerLog().state.responses[itemId];
  const [text, setText] = useState(given?.kind === 'text' ? given.text : '');

  function typed(value: string, composing: boolean): void {
    setText(value);
    desk.type(itemId, { kind: 'text', text: value }, composing);
  }

  return (
    <div className={styles.written}>
      <label htmlFor={`answer-${itemId}`}>{words.answer}</label>
      <textarea
        id={`answer-${itemId}`}
        className={styles.text}
        aria-describedby={labelledBy}
        rows={8}
        maxLength={maxLength}
        value={text}
        spellCheck={false}
        onChange={(event) => typed(event.target.value, isComposing(event))}
        onCompositionEnd={(event) => {
          typed(event.currentTarget.value, false);
          desk.commitTyping();
        }}
        onBlur={desk.commitTyping}
      />
      <span className={styles.count}>{words.count(text.length, maxLength)}</span>
    </div>
  );
}
