import styles from './Meter.module.css';

interface MeterProps {
  label: string;
  /** 0..1. */
  value: number;
}

/** A level that rises and falls, such as a voice. */
export function Meter({ label, value }: MeterProps) {
  return <meter className={styles.meter} aria-label={label} min={0} max={1} value={Math.min(1, Math.max(0, value))} />;
}
