import { type FormEvent, useCallback, useId, useState } from 'react';
import type { BatchView } from '../../../../shared/contract/roster.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { Select } from '../../Select.tsx';
import { useLoaded } from '../../use-loaded.ts';
import { useTask } from '../../use-task.ts';
import imports from '../import.module.css';
import styles from './roster.module.css';
import { rosterWords } from './roster-words.ts';

const DATES = ['reportUntil', 'payUntil', 'changeUntil'] as const;

/** Names the institution and the three dates of annex 3. */
export function NewBatchDialog({ made, cancel }: { made(batch: BatchView): void; cancel(): void }) {
  const words = useWords(rosterWords);
  const { connection } = useDesk();
  const formId = useId();
  const [institution, setInstitution] = useState('');
  const [regionId, setRegionId] = useState('');
  const { value: help } = useLoaded(useCallback(() => connection.http('helpLines', {}), [connection]));
  const [dates, setDates] = useState({ reportUntil: '', payUntil: '', changeUntil: '' });
  const [pressed, setPressed] = useState(false);
  const { busy, failure, run } = useTask();

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (!institution.trim() || DATES.some((each) => !dates[each])) return;
    void run(async () => made(await connection.http('makeBatch', { institution, regionId: regionId || null, dates })));
  }

  return (
    <Dialog
      title={words.make.title}
      onCancel={cancel}
      actions={
        <>
          <Button onClick={cancel}>{words.make.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={busy}>
            {words.make.save}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <FailureNotice failure={failure} />
        <Field
          label={words.make.institution}
          value={institution}
          maxLength={200}
          autoFocus
          onChange={(event) => setInstitution(event.target.value)}
          error={pressed && !institution.trim() ? words.make.institutionMissing : null}
        />
        {help && help.regions.length > 0 && (
          <Select
            label={words.make.region}
            value={regionId}
            onChange={setRegionId}
            options={[['', words.make.noRegion], ...help.regions.map((each) => [each.regionId, each.name] as const)]}
          />
        )}
        <div className={styles.dates}>
          {DATES.map((each) => (
            <Field
              key={each}
              type="date"
              label={words.batches[each]}
              value={dates[each]}
              onChange={(event) => setDates({ ...dates, [each]: event.target.value })}
              error={pressed && !dates[each] ? words.make.dateMissing : null}
            />
          ))}
        </div>
        <p className={imports.soft}>{words.make.hint}</p>
      </form>
    </Dialog>
  );
}
