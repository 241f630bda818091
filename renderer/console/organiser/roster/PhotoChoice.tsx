import { useEffect, useState } from 'react';
import type { PhotoVerdict } from '../../../../shared/domain/roster.ts';
import { base64Of } from '../../../../shared/support/base64.ts';
import { AnalyserError } from '../../../analyzers/worker-questions.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useTask } from '../../use-task.ts';
import { FileButton } from '../FileButton.tsx';
import imports from '../import.module.css';
import { lookAtPhoto } from './look-at-photo.ts';
import styles from './PhotosPanel.module.css';
import shared from './roster.module.css';
import { rosterWords } from './roster-words.ts';

/** A photo that was chosen and looked at. */
export interface ChosenPhoto {
  /** Base64. */
  jpeg: string;
  verdict: PhotoVerdict;
}

const MOST_BYTES = 1_000_000;

/** Chooses a photo and tells what the browser sees in it, before anything is sent. */
export function PhotoChoice({
  chosen,
  onChoose,
}: {
  chosen: ChosenPhoto | null;
  onChoose(photo: ChosenPhoto | null): void;
}) {
  const words = useWords(rosterWords).photo;
  const { openEyes } = useDesk();
  const [file, setFile] = useState<File | null>(null);
  const { busy, failure, run } = useTask();
  const tooLarge = file !== null && file.size > MOST_BYTES;

  const look = (photo: File) =>
    run(async () => {
      setFile(photo);
      onChoose(null);
      if (photo.size > MOST_BYTES) return;
      const eyes = openEyes();
      try {
        await eyes.ready;
        const { verdict, jpeg } = await lookAtPhoto(photo, eyes);
        onChoose({ verdict, jpeg: jpeg ?? base64Of(new Uint8Array(await photo.arrayBuffer())) });
      } finally {
        eyes.close();
      }
    });

  return (
    <div className={shared.form} data-testid="photo-choice" data-verdict={chosen?.verdict}>
      <FileButton label={words.choose} accept=".jpg,.jpeg,.png" busy={busy} onFiles={([photo]) => void look(photo)} />
      <p className={imports.soft}>{words.chooseHint}</p>
      {file && chosen && chosen.verdict !== 'unreadable' && <Preview file={file} />}
      <p role="status" className={classNames(chosen && (chosen.verdict === 'usable' ? imports.good : imports.bad))}>
        {busy ? words.looking(0, 1) : chosen ? words.verdict[chosen.verdict] : tooLarge ? words.tooLarge : ''}
      </p>
      {failure instanceof AnalyserError ? (
        <Notice tone="danger" announce="alert">
          <p>{words.blind}</p>
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
    </div>
  );
}

function Preview({ file }: { file: File }) {
  const words = useWords(rosterWords).photo;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <div className={styles.frame}>{url && <img src={url} alt={words.asked} className={styles.photo} />}</div>;
}
