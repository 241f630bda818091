import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` once a screen: what the person most likely wants next. `quiet` looks like text. */
  kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  /** Its work is going on: it stays focused and readable but takes no second press. */
  busy?: boolean;
}

export function Button({ kind = 'plain', busy = false, className, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[kind], className)}
      aria-busy={busy}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <span className={styles.spinner} aria-hidden="true" />}
      {children}
    </button>
  );
}
