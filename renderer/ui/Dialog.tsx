import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** Escape pressed. Left out: the dialog has to be answered. */
  onCancel?: () => void;
  /** `window`: as wide as the window allows, for what is looked at closely. */
  size?: 'text' | 'window';
  children?: ReactNode;
  actions: ReactNode;
}

/** A native modal dialog, open for as long as it is rendered; focus goes in, stays in, and returns. */
export function Dialog({ title, onCancel, size = 'text', children, actions }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={classNames(styles.dialog, size === 'window' && styles.window)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
      // Chromium closes at a second Escape whatever the page says; an unanswered dialog comes back.
      onClose={() => element.current?.showModal()}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </dialog>
  );
}
