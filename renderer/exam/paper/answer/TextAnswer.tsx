import { useState } from 'react';
import { useWords } from '../../../ui/language.tsx';
import { useRoom } from '../../window/exam-context.ts';
import { paperWords } from '../paper-words.ts';
import { useAnswerLog } from '../use-answers.ts';
import { WritingField } from '../writing/WritingField.tsx';
import styles from './Answer.module.css';

interface TextAnswerProps {
  itemId: string;
  maxLength: number;
  labelledBy: string;
}

export function TextAnswer({ itemId, maxLength, labelledBy }: TextAnswerProps) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const log = useAnswerLog();
  const [initial] = useState(() => {
    const given = log.state.responses[itemId];
    return given?.kind === 'text' ? given.text : '';
  });
  return (
    <div className={styles.written}>
      <WritingField
        id={`answer-${itemId}`}
        label={words.answer}
        describedBy={labelledBy}
        rows={10}
        maxLength={maxLength}
        counted
        initial={initial}
        onText={(text, composing) => desk.type(itemId, { kind: 'text', text }, composing)}
      />
    </div>
  );
}
