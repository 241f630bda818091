import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useProtectedMedia } from '../connection/use-protected-media.ts';
import styles from './PicturesDialog.module.css';

/** A stored picture: where it is fetched, and whose it is. */
export interface EventPicture {
  path: string;
  label: string;
}

interface PicturesDialogProps {
  title: string;
  pictures: readonly EventPicture[];
  failed: string;
  close: string;
  onClose: () => void;
}

/** What the cameras showed, side by side and large. */
export function PicturesDialog({ title, pictures, failed, close, onClose }: PicturesDialogProps) {
  return (
    <Dialog size="window" title={title} onCancel={onClose} actions={<Button onClick={onClose}>{close}</Button>}>
      <div className={styles.large}>
        {pictures.map((picture) => (
          <figure key={picture.path}>
            <ProtectedPicture picture={picture} failed={failed} className={styles.picture} />
            <figcaption>{picture.label}</figcaption>
          </figure>
        ))}
      </div>
    </Dialog>
  );
}

interface ProtectedPictureProps {
  picture: EventPicture;
  failed: string;
  className: string | undefined;
}

export function ProtectedPicture({ picture: { path, label }, failed, className }: ProtectedPictureProps) {
  const { url, failure } = useProtectedMedia(path);
  if (!url) return <span className={className}>{failure ? failed : ''}</span>;
  return <img src={url} alt={label} className={className} />;
}
