import { type ChangeView, rosterFilePaths } from '../../../../shared/contract/roster.ts';
import { useWords } from '../../../ui/language.tsx';
import { useProtectedMedia } from '../../connection/use-protected-media.ts';
import styles from './PhotosPanel.module.css';
import { rosterWords } from './roster-words.ts';

/** The present photo and the one asked for, side by side: whoever decides looks at both. */
export function AskedPhotos({ change: { id, applicantId, from } }: { change: ChangeView }) {
  const words = useWords(rosterWords).photo;
  const present = `${rosterFilePaths.photo.replace(':applicantId', applicantId)}?photo=${from}`;
  return (
    <div className={styles.pair} data-testid="asked-photos">
      {from === '' ? <div className={styles.frame}>{words.none}</div> : <OnePhoto path={present} alt={words.present} />}
      <span aria-hidden="true">→</span>
      <OnePhoto path={rosterFilePaths.changePhoto.replace(':changeId', id)} alt={words.asked} />
    </div>
  );
}

function OnePhoto({ path, alt }: { path: string; alt: string }) {
  const { url } = useProtectedMedia(path);
  return <div className={styles.frame}>{url && <img src={url} alt={alt} className={styles.photo} />}</div>;
}
