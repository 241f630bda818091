import { useState } from 'react';
import { type ApplicantView, rosterFilePaths } from '../../../../shared/contract/roster.ts';
import { batchRefusal } from '../../../../shared/domain/batch.ts';
import { AnalyserError } from '../../../analyzers/worker-questions.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { useProtectedMedia } from '../../connection/use-protected-media.ts';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useServerNow } from '../../use-server-now.ts';
import { useTask } from '../../use-task.ts';
import imports from '../import.module.css';
import { lookAtPhoto } from './look-at-photo.ts';
import styles from './PhotosPanel.module.css';
import { rosterWords } from './roster-words.ts';
import type { BatchDesk } from './use-batch.ts';

const photoPath = (applicantId: string): string => rosterFilePaths.photo.replace(':applicantId', applicantId);

/** The photos of a batch with what each shows; those not looked at yet are looked at here. */
export function PhotosPanel({ desk: { batch, reload } }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).photo;
  const { connection, fetchProtected, openEyes } = useDesk();
  const now = useServerNow();
  const [done, setDone] = useState(0);
  const { busy, failure, run } = useTask();
  const photographed = batch.roster.filter(({ photoId }) => photoId !== null);
  const unseen = photographed.filter(({ photoVerdict }) => photoVerdict === null);
  const usable = photographed.filter(({ photoVerdict }) => photoVerdict === 'usable').length;
  const faulty = photographed.length - usable - unseen.length;
  if (photographed.length === 0) return <p>{words.empty}</p>;

  const look = () =>
    run(async () => {
      const eyes = openEyes();
      setDone(0);
      try {
        await eyes.ready;
        for (const [at, { id: applicantId, photoId }] of unseen.entries()) {
          const photo = await fetchProtected(photoPath(applicantId), new AbortController().signal);
          const seen = await lookAtPhoto(photo, eyes);
          await connection.http('photoVerdict', { photoId: photoId ?? '', ...seen }, { applicantId });
          setDone(at + 1);
        }
      } finally {
        eyes.close();
        await reload();
      }
    });

  return (
    <>
      <div className={imports.bar}>
        <p>
          <strong>{words.summary(usable, photographed.length, batch.roster.length - photographed.length)}</strong>
        </p>
        {unseen.length > 0 && batchRefusal(batch, 'edit', now) === null && (
          <Button kind="primary" busy={busy} onClick={() => void look()}>
            {words.look(unseen.length)}
          </Button>
        )}
      </div>
      <p className={imports.soft}>{words.lookHint}</p>
      {busy && (
        <div role="status">
          {words.looking(done, unseen.length)}
          <ProgressLine label={words.looking(done, unseen.length)} value={done / Math.max(1, unseen.length)} />
        </div>
      )}
      {failure instanceof AnalyserError ? (
        <Notice tone="danger" announce="alert">
          <p>{words.blind}</p>
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
      {faulty > 0 && <p>{words.again}</p>}
      <ul className={styles.grid} data-testid="photos">
        {photographed.map((applicant) => (
          <Photo key={applicant.id} applicant={applicant} />
        ))}
      </ul>
    </>
  );
}

function Photo({ applicant }: { applicant: ApplicantView }) {
  const words = useWords(rosterWords).photo;
  const { url } = useProtectedMedia(`${photoPath(applicant.id)}?photo=${applicant.photoId}`);
  const verdict = applicant.photoVerdict;
  const tone = verdict === null ? null : verdict === 'usable' ? imports.good : imports.bad;
  return (
    <li className={styles.card} data-identity={applicant.identityNo} data-verdict={verdict ?? 'unseen'}>
      <div className={styles.frame}>
        {url && <img src={url} alt={words.alt(applicant.name)} className={styles.photo} />}
      </div>
      <span>{applicant.name}</span>
      <span className={classNames(tone)}>{verdict === null ? words.unseen : words.verdict[verdict]}</span>
    </li>
  );
}
