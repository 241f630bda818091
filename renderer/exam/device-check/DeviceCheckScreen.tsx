import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { CheckRow } from './CheckRow.tsx';
import styles from './DeviceCheckScreen.module.css';
import { deviceCheckWords } from './device-check-words.ts';
import { PhonePanel } from './PhonePanel.tsx';
import { ProceedFromCheck } from './ProceedFromCheck.tsx';

export function DeviceCheckScreen() {
  const words = useWords(deviceCheckWords);
  const { order } = useObservable(useRoom().devices);
  return (
    <Hall title={words.title} lead={words.lead} wide>
      <div className={styles.columns}>
        <div className={styles.list}>
          <ul className={styles.rows}>
            {order.map((check) => (
              <CheckRow key={check} check={check} />
            ))}
          </ul>
          <ProceedFromCheck />
        </div>
        <PhonePanel />
      </div>
    </Hall>
  );
}
