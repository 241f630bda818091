import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './DeviceCheckScreen.module.css';
import { readiness } from './device-check.ts';
import { deviceCheckWords } from './device-check-words.ts';

/** On to the waiting room; without a needed device only knowingly, with the proctor told (LOCK-3). */
export function ProceedFromCheck() {
  const words = useWords(deviceCheckWords);
  const { devices, deviceDesk } = useRoom();
  const state = useObservable(devices);
  const [asking, setAsking] = useState(false);
  const ready = readiness(state);
  const failed = state.order.filter((check) => {
    const verdict = state.rows[check]?.verdict;
    return verdict ? verdict.result === 'failed' : check === 'phone';
  });

  if (ready === 'checking') return <p role="status">{words.checking}</p>;
  if (ready === 'ready') {
    return (
      <Button kind="primary" onClick={deviceDesk.finish}>
        {words.proceed}
      </Button>
    );
  }
  return (
    <div className={styles.proceed}>
      <p>{words.blocked}</p>
      <Button onClick={() => setAsking(true)}>{words.proceedAnyway}</Button>
      {asking && (
        <Dialog
          title={words.anywayTitle}
          onCancel={() => setAsking(false)}
          actions={
            <>
              <Button onClick={deviceDesk.finish}>{words.anyway}</Button>
              <Button kind="primary" onClick={() => setAsking(false)}>
                {words.backToCheck}
              </Button>
            </>
          }
        >
          <p>{words.anywayBody}</p>
          <ul>
            {failed.map((check) => (
              <li key={check}>{words.rows[check]}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}
