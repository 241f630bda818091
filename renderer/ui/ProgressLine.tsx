import styles from './ProgressLine.module.css';

/** `value` 0..1. */
export function ProgressLine({ label, value }: { label: string; value: number }) {
  return <progress className={styles.line} aria-label={label} max={1} value={Math.min(1, Math.max(0, value))} />;
}
