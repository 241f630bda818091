import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './ScreenCheck.module.css';
import type { ScreenCheckState } from './screen-check.ts';
import { screenCheckWords } from './screen-check-words.ts';

/** Under the phone's picture: whether the screen is in it, found out by this screen itself. */
export function ScreenCheck() {
  const words = useWords(screenCheckWords);
  const { screenCheck } = useRoom();
  const { shows, result } = useObservable(screenCheck);
  return (
    <div className={styles.check} data-testid="screen-check" data-result={result ?? 'none'}>
      {result ? (
        <Notice tone={result === 'seen' ? 'success' : 'warning'} announce="status">
          <p>{words.result[result]}</p>
        </Notice>
      ) : (
        <p>{words.why}</p>
      )}
      <Button onClick={screenCheck.begin}>{result ? words.again : words.begin}</Button>
      {shows && <WholeScreen {...shows} onStop={screenCheck.stop} />}
    </div>
  );
}

/** All of the screen in one tone, with as little on it as a person needs. */
function WholeScreen({ tone, left, onStop }: NonNullable<ScreenCheckState['shows']> & { onStop: () => void }) {
  const words = useWords(screenCheckWords);
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={classNames(styles.whole, styles[tone])}
      aria-label={words.begin}
      onCancel={(event) => {
        event.preventDefault();
        onStop();
      }}
    >
      <p className={styles.said}>{words.sit}</p>
      <p className="tabular">{words.left(left)}</p>
      <button type="button" className={styles.stop} onClick={onStop}>
        {words.stop}
      </button>
    </dialog>
  );
}
