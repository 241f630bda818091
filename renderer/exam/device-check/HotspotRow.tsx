import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { offlineWords } from '../window/offline-words.ts';
import { systemOf } from '../window/system-of.ts';
import styles from './DeviceCheckScreen.module.css';
import { deviceCheckWords } from './device-check-words.ts';
import { SKIP_REASONS } from './hotspot-rehearsal.ts';

/** Under the row: how to rehearse the change to the phone's hotspot, and the way around it. */
export function HotspotRow({ tried }: { tried: boolean }) {
  const words = useWords(deviceCheckWords).hotspot;
  const systems = useWords(offlineWords).systems;
  const { platform } = useExamWindow();
  const { hotspot, devices } = useRoom();
  const { rows } = useObservable(devices);
  const { step } = useObservable(hotspot);
  // The change of network would spoil what is being measured over it.
  const measuring = rows.download?.phase !== 'done' || rows.upload?.phase !== 'done';
  if (step === 'idle') {
    return (
      <div className={styles.choices}>
        {!tried && <p>{words.why}</p>}
        <Button className={styles.again ?? ''} disabled={measuring} onClick={hotspot.begin}>
          {measuring ? words.later : tried ? words.again : words.begin}
        </Button>
        {!tried &&
          SKIP_REASONS.map((reason) => (
            <Button key={reason} kind="quiet" className={styles.again ?? ''} onClick={() => hotspot.skip(reason)}>
              {words.skip[reason]}
            </Button>
          ))}
      </div>
    );
  }
  return (
    <div className={styles.steps}>
      <ol>
        <li>{words.phone}</li>
        <li>
          {words.computer} {systems[systemOf(platform)]}
        </li>
        <li>{words.wait}</li>
      </ol>
      <p role="status">
        <strong>{step === 'lost' ? words.lost : words.ready}</strong>
      </p>
      <Button className={styles.again ?? ''} onClick={hotspot.stop}>
        {words.stop}
      </Button>
    </div>
  );
}
