import { useId } from 'react';
import { ReadyTexts } from './ReadyTexts.tsx';
import styles from './text-entry.module.css';

interface ReasonFieldProps {
  label: string;
  /** Reasons that are often given, to be taken by one press. */
  ready: readonly string[];
  value: string;
  /** What is said when there must be a reason and there is none; null while there is nothing to say. */
  missing: string | null;
  onChange: (reason: string) => void;
}

/** The reason that goes with a decision, for whoever reviews it. */
export function ReasonField({ label, ready, value, missing, onChange }: ReasonFieldProps) {
  const id = useId();
  return (
    <div className={styles.entry}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {ready.length > 0 && <ReadyTexts texts={ready} onTake={(index) => onChange(ready[index] ?? '')} />}
      <textarea
        id={id}
        className={styles.text}
        rows={2}
        maxLength={300}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={missing !== null || undefined}
        aria-describedby={missing !== null ? `${id}-missing` : undefined}
      />
      {missing !== null && (
        <p id={`${id}-missing`} className={styles.missing} role="alert">
          {missing}
        </p>
      )}
    </div>
  );
}
