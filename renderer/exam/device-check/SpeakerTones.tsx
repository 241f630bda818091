import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './DeviceCheckScreen.module.css';
import { deviceCheckWords } from './device-check-words.ts';

/** Plays tones and asks how many were heard. */
export function SpeakerTones() {
  const words = useWords(deviceCheckWords);
  const { deviceDesk } = useRoom();
  const { tones } = useObservable(deviceDesk);
  return (
    <div className={styles.choices}>
      <p>{tones === 'played' ? words.howMany : words.tones}</p>
      {tones === 'played' &&
        [1, 2, 3, 4, 5].map((count) => (
          <Button key={count} className={styles.again ?? ''} onClick={() => deviceDesk.heard(count)}>
            {words.heard(count)}
          </Button>
        ))}
      <Button className={styles.again ?? ''} busy={tones === 'playing'} onClick={() => void deviceDesk.play()}>
        {tones === 'playing' ? words.playing : words.play}
      </Button>
    </div>
  );
}
