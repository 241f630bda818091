import { useEffect, useRef, useState } from 'react';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { Camera } from '../../../shared/contract/views.ts';
import { STILL_EVERY_MS } from '../../../shared/domain/still.ts';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { spanText } from '../time-text.ts';
import { useServerNow } from '../use-server-now.ts';
import type { LatestStill } from './latest-stills.ts';
import styles from './StillPicture.module.css';
import { stillWords } from './still-words.ts';

/** Two did not come: nobody may take it for the present any more. */
const OLD_MS = 3 * STILL_EVERY_MS;

interface StillPictureProps {
  latest: LatestStill;
  camera: Camera;
  name: string;
  testId: string;
}

/** The latest stored picture of a camera that cannot be seen live, and always how old it is. */
export function StillPicture({ latest, camera, name, testId }: StillPictureProps) {
  const words = useWords(stillWords);
  const { language } = useLanguage();
  const shown = useLoadedStill(latest);
  const now = useServerNow();
  if (!shown) return null;
  const age = Math.max(0, now - shown.takenAt);
  const old = age > OLD_MS;
  const span = spanText(age, language);
  return (
    <>
      <img
        src={shown.url}
        alt={words.label[camera](name)}
        className={styles.still}
        data-testid={testId}
        data-camera={camera}
        data-taken-at={shown.takenAt}
      />
      <p className={classNames(styles.age, old && styles.old, 'tabular')}>{old ? words.old(span) : words.age(span)}</p>
    </>
  );
}

/** The newest one whose bytes are here: the one before stays until then, so that nothing flickers. */
function useLoadedStill({ segmentId, takenAt }: LatestStill): { url: string; takenAt: number } | null {
  const { fetchProtected } = useDesk();
  const [shown, setShown] = useState<{ url: string; takenAt: number } | null>(null);
  const url = useRef<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    fetchProtected(rawPaths.segmentContent + encodeURIComponent(segmentId), abort.signal).then(
      (blob) => {
        if (abort.signal.aborted) return;
        if (url.current) URL.revokeObjectURL(url.current);
        url.current = URL.createObjectURL(blob);
        setShown({ url: url.current, takenAt });
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) console.warn(`still ${segmentId} could not be loaded`, cause);
      },
    );
    return () => abort.abort();
  }, [fetchProtected, segmentId, takenAt]);
  useEffect(
    () => () => {
      if (url.current) URL.revokeObjectURL(url.current);
    },
    [],
  );
  return shown;
}
