import { useEffect, useRef } from 'react';
import type { Item } from '../../../../shared/domain/paper.ts';
import { useWords } from '../../../ui/language.tsx';
import { useObservable } from '../../use-observable.ts';
import { insertText } from '../writing/insert-text.ts';
import { useWritingTarget } from '../writing/writing-target.ts';
import styles from './Calculator.module.css';
import type { Calculator } from './calculator.ts';
import { calculatorWords } from './calculator-words.ts';

interface TapeProps {
  calculator: Calculator;
  item: Item;
  /** A former value is worked with again. */
  onAgain(value: string): void;
}

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** What has been worked out, each line ready to go into the answer. */
export function Tape({ calculator, item, onAgain }: TapeProps) {
  const words = useWords(calculatorWords);
  const { tape } = useObservable(calculator);
  const target = useWritingTarget();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is shown
  useEffect(() => list.current?.scrollTo(0, list.current.scrollHeight), [tape]);
  if (tape.length === 0) return <p className={styles.tapeEmpty}>{words.tapeEmpty}</p>;

  const into = (id: string): TextField | null => document.querySelector<TextField>(`#${CSS.escape(id)}`);
  const places: [string, (line: { expression: string; value: string }) => void][] =
    item.kind === 'calculation'
      ? [
          [words.toSteps, (line) => put(into(`steps-${item.id}`), `${line.expression}=${line.value}`)],
          [words.toResult, (line) => put(into(`result-${item.id}`), line.value)],
        ]
      : item.kind === 'text' || item.kind === 'handling'
        ? [[words.toAnswer, (line) => put(target.field(), `${line.expression}=${line.value}`)]]
        : [];

  return (
    <ol ref={list} className={styles.tape} aria-label={words.tape} data-scrolls>
      {tape.map((line) => (
        <li key={line.id}>
          <button
            type="button"
            className={styles.line}
            aria-label={words.into(`${line.expression} = ${line.value}`, words.again(line.value))}
            onClick={() => onAgain(line.value)}
          >
            {line.expression} = <strong>{line.value}</strong>
          </button>
          {places.map(([name, insert]) => (
            <button
              key={name}
              type="button"
              className={styles.into}
              aria-label={words.into(name, `${line.expression}=${line.value}`)}
              onClick={() => insert(line)}
            >
              {name}
            </button>
          ))}
        </li>
      ))}
    </ol>
  );
}

function put(field: TextField | null, text: string): void {
  if (field) insertText(field, text);
}
