import type { CompositionEvent, FormEvent } from 'react';
import { useRoom } from '../../window/exam-context.ts';
import styles from './WritingField.module.css';

type TextField = HTMLTextAreaElement | HTMLInputElement;

interface WritingFieldProps {
  id: string;
  label: string;
  describedBy: string;
  /** 1: a field of one line. */
  rows: number;
  maxLength: number;
  /** What stands in it at first. Later values come from the keyboard alone. */
  initial: string;
  onText(text: string, composing: boolean): void;
}

/**
 * A field for writing. The text in it belongs to the browser: no render ever sets it, so undo reaches back to the
 * first key, an input method is never disturbed, and ten thousand characters cost a keystroke nothing.
 */
export function WritingField({ id, label, describedBy, rows, maxLength, initial, onText }: WritingFieldProps) {
  const { desk } = useRoom();
  const field = {
    id,
    'aria-describedby': describedBy,
    className: styles.field,
    defaultValue: initial,
    maxLength,
    spellCheck: false,
    autoComplete: 'off',
    autoCorrect: 'off',
    autoCapitalize: 'off',
    onInput: (event: FormEvent<TextField>) =>
      onText(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing === true),
    onCompositionEnd: (event: CompositionEvent<TextField>) => {
      onText(event.currentTarget.value, false);
      desk.commitTyping();
    },
    onBlur: desk.commitTyping,
  };
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {rows === 1 ? <input type="text" {...field} /> : <textarea rows={rows} {...field} />}
    </>
  );
}
