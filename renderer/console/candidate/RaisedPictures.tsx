import { useEffect, useState } from 'react';
import type { Camera } from '../../../shared/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { LivePicture } from '../live/LivePicture.tsx';
import { candidateWords } from './candidate-words.ts';
import styles from './RaisedPictures.module.css';
import type { SignedInPlace } from './signed-in-place.ts';

const FIGURES_EVERY_MS = 1_000;

/** Both cameras large for as long as this is shown; sound only when asked for. */
export function RaisedPictures({ place }: { place: SignedInPlace }) {
  const { liveViews } = useDesk();
  const words = useWords(candidateWords);
  const [listening, setListening] = useState(false);
  const { attemptId } = place;
  useEffect(() => {
    liveViews.raise(attemptId, { sound: listening });
  }, [liveViews, attemptId, listening]);
  useEffect(() => () => liveViews.raise(attemptId, null), [liveViews, attemptId]);
  return (
    <div className={styles.pictures}>
      {(['front', 'rear'] as const).map((camera) => (
        <div key={camera}>
          <LivePicture
            place={place}
            camera={camera}
            testId={`video-${camera}-raised`}
            listening={camera === 'front' && listening}
          />
          <Figures attemptId={attemptId} camera={camera} />
        </div>
      ))}
      <button
        type="button"
        aria-pressed={listening}
        className={classNames(styles.listen, listening && styles.listening)}
        onClick={() => setListening(!listening)}
      >
        {listening ? words.listening : words.listen}
      </button>
    </div>
  );
}

/** What the decoder of one picture reports, once a second. */
function Figures({ attemptId, camera }: { attemptId: string; camera: Camera }) {
  const { liveViews } = useDesk();
  const words = useWords(candidateWords);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const read = (): void => {
      liveViews
        .camera(attemptId, camera)
        .stats()
        .then((stats) => {
          if (!current) return;
          const seen = stats !== null && stats.framesDecoded > 0;
          setText(seen ? words.figures(stats.framesDecoded, stats.width, stats.height, stats.kbps) : null);
        })
        .catch((cause: unknown) => console.warn('a picture could not be measured', cause));
    };
    read();
    const timer = setInterval(read, FIGURES_EVERY_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [liveViews, attemptId, camera, words]);
  return (
    <p className={classNames(styles.figures, 'tabular')} data-testid={`figures-${camera}`}>
      {text ?? words.noFigures}
    </p>
  );
}
