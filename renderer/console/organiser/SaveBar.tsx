import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import dense from '../dense.module.css';
import styles from './editor.module.css';

/** How what is typed stands to what is kept. */
export type Saving = 'unchanged' | 'changed' | 'saved';

interface SaveBarProps {
  words: { save: string; saved: string; unsaved: string };
  saving: Saving;
  busy: boolean;
  onSave: () => void;
  /** What else can be done, before it. */
  children?: ReactNode;
}

/** Keeps what was typed, and says whether that is done. */
export function SaveBar({ words, saving, busy, onSave, children }: SaveBarProps) {
  return (
    <div className={styles.bar}>
      {children}
      <Button className={dense.button} kind="primary" busy={busy} onClick={onSave}>
        {words.save}
      </Button>
      <span role="status">{saving === 'saved' ? words.saved : saving === 'changed' && words.unsaved}</span>
    </div>
  );
}
