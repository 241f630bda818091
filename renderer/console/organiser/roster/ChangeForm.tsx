import { type FormEvent, useState } from 'react';
import type { ApplicantView } from '../../../../shared/contract/roster.ts';
import { CHANGEABLE, type Changeable, mayBeChanged, TEXT_CHANGES } from '../../../../shared/domain/batch.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { Select } from '../../Select.tsx';
import { useTask } from '../../use-task.ts';
import imports from '../import.module.css';
import { examinationName } from './applicant-eligibility.ts';
import { type ChosenPhoto, PhotoChoice } from './PhotoChoice.tsx';
import styles from './roster.module.css';
import { rosterWords } from './roster-words.ts';
import type { BatchDesk } from './use-batch.ts';

interface ChangeFormProps {
  desk: BatchDesk;
  applicant: ApplicantView;
  /** The record is corrected at once; otherwise a request is made. */
  editable: boolean;
}

/** What to change, to what, and why. */
export function ChangeForm({ desk, applicant, editable }: ChangeFormProps) {
  const words = useWords(rosterWords);
  const { connection } = useDesk();
  const [field, setField] = useState<Changeable>('name');
  const [to, setTo] = useState('');
  const [why, setWhy] = useState('');
  const [pressed, setPressed] = useState(false);
  const [done, setDone] = useState(false);
  const { busy, failure, run } = useTask();
  const [photo, setPhoto] = useState<ChosenPhoto | null>(null);
  // While the batch is open photos come in an archive, to be looked at together.
  const choices: readonly Changeable[] = editable ? TEXT_CHANGES : CHANGEABLE;
  const fields = choices.filter((each) => mayBeChanged(each, desk.batch.state));
  const isThere = field === 'photo' ? photo?.verdict === 'usable' : to.trim() !== '';
  const missing = (value: string) => (pressed && !value.trim() ? words.person.missing : null);

  function choose(next: Changeable): void {
    setField(next);
    setTo(next === 'level' ? applicant.examinationId : '');
    setPhoto(null);
  }
  const send = (params: { applicantId: string }) => {
    if (field !== 'photo')
      return connection.http(editable ? 'correctApplicant' : 'requestChange', { field, to, why }, params);
    return photo ? connection.http('requestPhotoChange', { ...photo, why }, params) : Promise.resolve();
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    setDone(false);
    if (!isThere || !why.trim()) return;
    void run(async () => {
      await send({ applicantId: applicant.id });
      await desk.reload();
      setDone(true);
      setPressed(false);
      setTo('');
      setPhoto(null);
      setWhy('');
    });
  }

  return (
    <form className={imports.panel} onSubmit={submit} noValidate>
      <h2>{editable ? words.person.correct : words.person.request}</h2>
      <Select
        label={words.person.field}
        value={field}
        onChange={(value) => choose(value as Changeable)}
        options={fields.map((each) => [each, words.changes.field[each]] as const)}
      />
      {field === 'level' ? (
        <Select
          label={words.person.to}
          value={to}
          onChange={setTo}
          options={desk.examinations.map((each) => [each.id, examinationName(each, each.id)] as const)}
        />
      ) : field === 'photo' ? (
        <>
          <PhotoChoice key={desk.batch.changes.length} chosen={photo} onChoose={setPhoto} />
          {pressed && !isThere && <p className={imports.bad}>{words.person.photoMissing}</p>}
        </>
      ) : (
        <div className={styles.wide}>
          <Field
            label={words.person.to}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            error={missing(to)}
          />
        </div>
      )}
      <div className={styles.wide}>
        <Field
          label={words.person.why}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          error={missing(why)}
        />
      </div>
      <FailureNotice failure={failure} />
      {done && (
        <Notice tone="success" announce="status">
          <p>{editable ? words.person.saved : words.person.asked}</p>
        </Notice>
      )}
      <Button kind="primary" type="submit" busy={busy}>
        {editable ? words.person.correct : words.person.request}
      </Button>
    </form>
  );
}
