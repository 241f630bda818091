import { useEffect, useState } from 'react';
import { useWords } from '../../../ui/language.tsx';
import type { Observable } from '../../observable.ts';
import styles from './WritingField.module.css';
import { wordCount } from './word-count.ts';
import { writingWords } from './writing-words.ts';

/** Nobody reads a count between two keystrokes: it is made when the hand rests. */
const REST_MS = 250;

/** How much has been written, and how much room there is. */
export function TextCount({ text, maxLength }: { text: Observable<string>; maxLength: number }) {
  const words = useWords(writingWords);
  const [counted, setCounted] = useState(text.state);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = text.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setCounted(text.state), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [text]);
  const full = counted.length >= maxLength;
  return (
    <span className={styles.count} data-testid="word-count" role={full ? 'status' : undefined}>
      {words.count(wordCount(counted), counted.length, maxLength)}
      {full && <strong> {words.full}</strong>}
    </span>
  );
}
