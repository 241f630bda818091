import { useId, useRef } from 'react';
import type { Paper } from '../../../../shared/domain/paper.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../ui/language.tsx';
import { useObservable } from '../../use-observable.ts';
import { useItem } from '../use-item.ts';
import { insertText } from '../writing/insert-text.ts';
import styles from './Calculator.module.css';
import { CalculatorKeys } from './CalculatorKeys.tsx';
import type { Calculator } from './calculator.ts';
import { calculatorWords } from './calculator-words.ts';
import { Tape } from './Tape.tsx';

interface CalculatorPanelProps {
  calculator: Calculator;
  paper: Paper;
  onClose(): void;
}

/** The calculator on the screen, since a real one is forbidden: typed into, or pressed key by key. */
export function CalculatorPanel({ calculator, paper, onClose }: CalculatorPanelProps) {
  const words = useWords(calculatorWords);
  const { memory, fault } = useObservable(calculator);
  const item = useItem(paper);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const typed = (): string => field.current?.value ?? '';
  const replace = (text: string): void => {
    field.current?.select();
    if (field.current) insertText(field.current, text);
  };
  function work(): void {
    const value = calculator.work(typed());
    if (value !== null) replace(value);
  }

  return (
    <section className={styles.calculator} aria-label={words.title} data-own-keys>
      <div className={styles.head}>
        <h2>{words.title}</h2>
        <span className={styles.memory}>{memory === null ? words.memoryEmpty : words.memory(memory)}</span>
        <Button kind="quiet" className={styles.close} aria-label={words.close} onClick={onClose}>
          ✕
        </Button>
      </div>
      {item && <Tape calculator={calculator} item={item} onAgain={replace} />}
      <input
        ref={field}
        id={id}
        className={styles.expression}
        type="text"
        aria-label={words.expression}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        onInput={calculator.forgive}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter' || event.key === '=') {
            event.preventDefault();
            work();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            replace('');
          }
        }}
      />
      <p id={`${id}-fault`} className={styles.fault} role="status">
        {fault && words.faults[fault]}
      </p>
      <CalculatorKeys
        calculator={calculator}
        type={(text) => field.current && insertText(field.current, text)}
        typed={typed}
        clear={() => replace('')}
        backspace={() => {
          field.current?.focus();
          document.execCommand('delete');
        }}
        work={work}
      />
    </section>
  );
}
