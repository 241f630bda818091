import { useCallback, useState } from 'react';
import type { Complaint } from '../../../shared/contract/help.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { LoadState } from '../LoadState.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import table from '../table.module.css';
import { dateText } from '../time-text.ts';
import { useLoaded } from '../use-loaded.ts';
import { useTask } from '../use-task.ts';
import styles from './Help.module.css';
import { helpWords } from './help-words.ts';

/** What was complained of, the latest first, and what was done about it. */
export function Complaints() {
  const words = useWords(helpWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('complaints', {}), [http]));
  return (
    <section>
      <div className={styles.head}>
        <h2>{words.complaints}</h2>
        <RefreshButton onClick={loaded.reload} />
        <a href="/results/" target="_blank" rel="noreferrer">
          {words.form}
        </a>
      </div>
      <LoadState loaded={loaded} />
      {loaded.value?.complaints.length === 0 && <p>{words.none}</p>}
      {loaded.value?.complaints.map((complaint) => (
        <OneComplaint key={complaint.complaintId} complaint={complaint} onDone={loaded.reload} />
      ))}
    </section>
  );
}

function OneComplaint({ complaint, onDone }: { complaint: Complaint; onDone(): void }) {
  const words = useWords(helpWords);
  const { http } = useDesk().connection;
  const { complaintId, number, at, region, text, contact, closed, steps } = complaint;
  const [done, setDone] = useState('');
  const [pressed, setPressed] = useState(false);
  const task = useTask();
  const missing = !done.trim();

  function add(closing: boolean): void {
    setPressed(true);
    if (missing) return;
    void task.run(async () => {
      await http('addComplaintStep', { text: done, closed: closing }, { complaintId });
      setDone('');
      setPressed(false);
      onDone();
    });
  }

  return (
    <article className={styles.complaint} data-testid={`complaint-${number}`} data-closed={closed}>
      <h3 className={styles.number}>
        <span className="tabular">{number}</span> · {closed ? words.closed : words.open}
      </h3>
      <p className={table.soft}>
        {dateText(at)} · {region ?? words.province} · {contact ? words.contact(contact) : words.anonymous}
      </p>
      <p className={styles.text}>{text}</p>
      {steps.map((step) => (
        <p key={`${step.at} ${step.text}`} className={table.soft}>
          {words.step(dateText(step.at), step.by, step.text)}
          {step.closed && words.closing}
        </p>
      ))}
      <details>
        <summary>{words.add}</summary>
        <ReasonField
          label={words.add}
          ready={[]}
          value={done}
          missing={pressed && missing ? words.missing : null}
          onChange={setDone}
        />
        <FailureNotice failure={task.failure} />
        <Button className={dense.button} busy={task.busy} onClick={() => add(false)}>
          {words.save}
        </Button>{' '}
        <Button className={dense.button} busy={task.busy} onClick={() => add(true)}>
          {words.saveClosed}
        </Button>
      </details>
    </article>
  );
}
