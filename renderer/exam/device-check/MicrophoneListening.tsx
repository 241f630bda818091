import { useWords } from '../../ui/language.tsx';
import { Meter } from '../../ui/Meter.tsx';
import styles from './DeviceCheckScreen.module.css';
import { deviceCheckWords } from './device-check-words.ts';

/** Level shown as empty, dBFS. */
const FLOOR_DB = -70;

/** Asks for a sentence and shows that it is heard; `value` in dBFS. */
export function MicrophoneListening({ value }: { value: number | null }) {
  const words = useWords(deviceCheckWords);
  return (
    <div className={styles.choices}>
      <p>{words.speakAloud}</p>
      <Meter label={words.level} value={1 - (value ?? FLOOR_DB) / FLOOR_DB} />
    </div>
  );
}
