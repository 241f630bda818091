import { useRef } from 'react';
import { useWords } from '../../../ui/language.tsx';
import { roveFocus } from '../keys/roving-focus.ts';
import { insertText } from './insert-text.ts';
import styles from './SymbolRow.module.css';
import { useWritingTarget } from './writing-target.ts';
import { writingWords } from './writing-words.ts';

const SYMBOLS = ['+', '−', '×', '÷', '=', '≈', '(', ')', '±', '√', '²', '³', '%', '‰', '≤', '≥'];
const UNITS = ['¥', '元', '万元', '人', '天', '月', '年', '小时'];

/** What a keyboard or an input method hides. One tab stop; a click leaves the caret where it writes. */
export function SymbolRow() {
  const words = useWords(writingWords);
  const target = useWritingTarget();
  const row = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={row}
      className={styles.row}
      role="toolbar"
      aria-label={words.symbols}
      onKeyDown={(event) => {
        if (row.current && roveFocus(row.current, event.key)) event.preventDefault();
      }}
    >
      {[...SYMBOLS, ...UNITS].map((symbol, index) => (
        <button
          key={symbol}
          type="button"
          className={styles.symbol}
          tabIndex={index === 0 ? 0 : -1}
          aria-label={words.insert(symbol)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const field = target.field();
            if (field) insertText(field, symbol);
          }}
        >
          {symbol}
        </button>
      ))}
    </div>
  );
}
