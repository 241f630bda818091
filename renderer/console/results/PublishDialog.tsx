import { type FormEvent, useId, useState } from 'react';
import type { PublicationsView } from '../../../shared/contract/publication.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { shanghaiTime } from '../../../shared/domain/exam-calendar.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useTask } from '../use-task.ts';
import styles from './Publication.module.css';
import { publicationWords } from './publication-words.ts';

interface PublishDialogProps {
  examination: Examination;
  view: PublicationsView;
  onClose(): void;
  onPublished(): void;
}

/** From when on, and why where a reason is owed. */
export function PublishDialog({ examination, view, onClose, onPublished }: PublishDialogProps) {
  const words = useWords(publicationWords);
  const { http } = useDesk().connection;
  const formId = useId();
  const [moment, setMoment] = useState('');
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const { busy, failure, run } = useTask();
  const { unmarked, openCases } = view.lacks;
  const lacking = unmarked + openCases > 0;
  const correcting = view.publications.length > 0;
  const reasonOwed = (lacking || correcting) && !reason.trim();
  const title = `${examination.occupation} ${examination.level}`;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (!moment || reasonOwed) return;
    const [date = '', time = ''] = moment.split('T');
    void run(async () => {
      const body = { visibleFrom: shanghaiTime(date, time), reason };
      await http('publishResults', body, { examinationId: examination.id });
      onPublished();
      onClose();
    });
  }

  return (
    <Dialog
      title={correcting ? words.correctTitle(title) : words.publishTitle(title)}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={busy}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <p>{words.what}</p>
        {lacking && (
          <p>
            <strong>{words.lacks(unmarked, openCases)}</strong>
            <br />
            {words.lacksMean}
          </p>
        )}
        <Field
          type="datetime-local"
          label={words.visibleFrom}
          hint={words.visibleFromHint}
          value={moment}
          onChange={(event) => setMoment(event.target.value)}
          error={pressed && !moment ? words.visibleFromMissing : null}
        />
        {(lacking || correcting) && (
          <ReasonField
            label={words.reason}
            ready={correcting ? words.correctionReasons : words.incompleteReasons}
            value={reason}
            missing={pressed && reasonOwed ? words.reasonMissing : null}
            onChange={setReason}
          />
        )}
        <FailureNotice failure={failure} />
      </form>
    </Dialog>
  );
}
