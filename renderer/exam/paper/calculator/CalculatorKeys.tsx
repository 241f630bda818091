import { useRef } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { roveFocus } from '../keys/roving-focus.ts';
import styles from './Calculator.module.css';
import type { Calculator } from './calculator.ts';
import { calculatorWords } from './calculator-words.ts';

interface CalculatorKeysProps {
  calculator: Calculator;
  type(text: string): void;
  typed(): string;
  clear(): void;
  backspace(): void;
  work(): void;
}

interface Key {
  face: string;
  /** Where the face alone says too little. */
  name?: string;
  press(): void;
  look?: string | undefined;
}

/** The keys as they lie on a pocket calculator. One tab stop; the arrow keys move within. */
export function CalculatorKeys({ calculator, type, typed, clear, backspace, work }: CalculatorKeysProps) {
  const words = useWords(calculatorWords);
  const pad = useRef<HTMLDivElement>(null);
  const write = (face: string, name?: string): Key => ({ face, press: () => type(face), ...(name && { name }) });
  const digit = (face: string): Key => ({ ...write(face), look: styles.digit });
  const recall = (): void => {
    const { memory } = calculator.state;
    if (memory !== null) type(memory.startsWith('-') ? `(${memory})` : memory);
  };
  const keys: Key[] = [
    { face: 'MC', name: words.forget, press: calculator.forget },
    { face: 'MR', name: words.recall, press: recall },
    { face: 'M+', name: words.add, press: () => calculator.remember('+', typed()) },
    { face: 'M−', name: words.subtract, press: () => calculator.remember('-', typed()) },
    { face: 'C', name: words.clear, press: clear },
    ...[...['7', '8', '9'].map(digit), write('÷'), { face: '⌫', name: words.backspace, press: backspace }],
    ...[...['4', '5', '6'].map(digit), write('×'), write('√', words.root)],
    ...[...['1', '2', '3'].map(digit), write('−'), write('%', words.percent)],
    ...[digit('0'), digit('.'), write('('), write(')'), write('+')],
    { face: '=', press: work, look: styles.equals },
  ];
  return (
    <div
      ref={pad}
      className={styles.pad}
      role="toolbar"
      aria-label={words.keys}
      onKeyDown={(event) => {
        if (pad.current && roveFocus(pad.current, event.key)) event.preventDefault();
      }}
    >
      {keys.map(({ face, name, press, look }, index) => (
        <button
          key={face}
          type="button"
          className={classNames(styles.key, look)}
          tabIndex={index === 0 ? 0 : -1}
          aria-label={name && `${name} ${face}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={press}
        >
          {face}
        </button>
      ))}
    </div>
  );
}
