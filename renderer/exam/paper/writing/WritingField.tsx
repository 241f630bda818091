import { type CompositionEvent, type FocusEvent, type FormEvent, useState } from 'react';
import { createObservable } from '../../observable.ts';
import { useRoom } from '../../window/exam-context.ts';
import { TextCount } from './TextCount.tsx';
import styles from './WritingField.module.css';
import { useWritingTarget } from './writing-target.ts';

type TextField = HTMLTextAreaElement | HTMLInputElement;

interface WritingFieldProps {
  id: string;
  label: string;
  describedBy: string;
  /** 1: a field of one line. */
  rows: number;
  maxLength: number;
  /** Tells below the field how much has been written. */
  counted?: boolean;
  /** What stands in it at first. Later values come from the keyboard alone. */
  initial: string;
  onText(text: string, composing: boolean): void;
}

/**
 * A field for writing. The text in it belongs to the browser: no render ever sets it, so undo reaches back to the
 * first key, an input method is never disturbed, and ten thousand characters cost a keystroke nothing.
 */
export function WritingField({
  id,
  label,
  describedBy,
  rows,
  maxLength,
  counted = false,
  initial,
  onText,
}: WritingFieldProps) {
  const { desk } = useRoom();
  const target = useWritingTarget();
  const [text] = useState(() => createObservable(initial));
  const typed = (value: string, composing: boolean): void => {
    text.set(value);
    onText(value, composing);
  };
  const field = {
    id,
    'data-writing': true,
    'aria-describedby': describedBy,
    className: styles.field,
    defaultValue: initial,
    maxLength,
    spellCheck: false,
    autoComplete: 'off',
    autoCorrect: 'off',
    autoCapitalize: 'off',
    onInput: (event: FormEvent<TextField>) =>
      typed(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing === true),
    onCompositionEnd: (event: CompositionEvent<TextField>) => {
      typed(event.currentTarget.value, false);
      desk.commitTyping();
    },
    onFocus: (event: FocusEvent<TextField>) => target.focused(event.currentTarget),
    onBlur: desk.commitTyping,
  };
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {rows === 1 ? <input type="text" {...field} /> : <textarea rows={rows} {...field} />}
      {counted && <TextCount text={text} maxLength={maxLength} />}
    </>
  );
}
