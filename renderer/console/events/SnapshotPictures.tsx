import { useState } from 'react';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { useWords } from '../../ui/language.tsx';
import { clockText } from '../time-text.ts';
import { PicturesDialog, ProtectedPicture } from './PicturesDialog.tsx';
import styles from './SnapshotPictures.module.css';
import { snapshotWords } from './snapshot-words.ts';

/** The pictures that a proctor kept, small in the list and large when pressed. */
export function SnapshotPictures({ event }: { event: AttemptEvent }) {
  const words = useWords(snapshotWords);
  const [large, setLarge] = useState(false);
  const taken = (['front', 'rear'] as const).flatMap((camera) => {
    const id = event.detail[camera];
    return typeof id === 'string'
      ? [{ path: rawPaths.picture + encodeURIComponent(id), label: words.camera[camera] }]
      : [];
  });
  return (
    <>
      <button type="button" className={styles.small} aria-label={words.enlarge} onClick={() => setLarge(true)}>
        {taken.map((picture) => (
          <ProtectedPicture key={picture.path} picture={picture} failed={words.failed} className={styles.picture} />
        ))}
      </button>
      {large && (
        <PicturesDialog
          title={words.title(clockText(event.at), String(event.detail.by ?? ''))}
          pictures={taken}
          failed={words.failed}
          close={words.close}
          onClose={() => setLarge(false)}
        />
      )}
    </>
  );
}
