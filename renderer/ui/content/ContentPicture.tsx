import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { useWords } from '../language.tsx';
import styles from './Content.module.css';
import { contentWords } from './content-words.ts';
import { usePicture } from './pictures.ts';

/** A picture as large as its place allows; a click or Enter shows it larger. */
export function ContentPicture({ pictureId, alt }: { pictureId: string; alt: string }) {
  const words = useWords(contentWords);
  const picture = usePicture(pictureId);
  const [enlarged, setEnlarged] = useState(false);
  if (!picture) return <p className={styles.text}>{words.missing(alt)}</p>;
  const { url, width, height } = picture;
  return (
    <>
      <button
        type="button"
        className={styles.picture}
        aria-label={words.enlarge(alt)}
        aria-haspopup="dialog"
        onClick={(event) => {
          // Inside an option the click would choose it too.
          event.preventDefault();
          setEnlarged(true);
        }}
      >
        <img src={url} width={width} height={height} alt={alt} />
      </button>
      {/* Not inside an option's label: a click on the enlarged picture would choose the option. */}
      {enlarged &&
        createPortal(
          <Dialog
            title={words.enlarged}
            size="window"
            onCancel={() => setEnlarged(false)}
            actions={<Button onClick={() => setEnlarged(false)}>{words.close}</Button>}
          >
            <img className={styles.enlarged} src={url} width={width} height={height} alt={alt} />
            <p>{alt}</p>
          </Dialog>,
          document.body,
        )}
    </>
  );
}
