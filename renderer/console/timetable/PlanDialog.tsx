import { type FormEvent, useId, useState } from 'react';
import type { Examination } from '../../../shared/contract/views.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { BETWEEN_SESSIONS, type PlanFault, timesOf } from '../../../shared/domain/timetable-change.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { decisionWords } from '../decision-words.ts';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { Select } from '../Select.tsx';
import { useTask } from '../use-task.ts';
import styles from './PlanDialog.module.css';
import { planWords } from './plan-words.ts';
import { timetableWords } from './timetable-words.ts';
import { planTyped, startMoved, typedPlan } from './typed-plan.ts';

const LIVE_TIMES = ['entryFrom', 'startsAt', 'entryUntil', 'handInFrom', 'endsAt'] as const;

interface PlanDialogProps {
  examination: Examination;
  session: Session;
  /** What the other sessions are called, by id. */
  titleOf(sessionId: string): string;
  onPlanned(): void;
  onClose(): void;
}

/** Where an organiser changes when a session is, for a reason (TIME-5). */
export function PlanDialog({ examination, session, titleOf, onPlanned, onClose }: PlanDialogProps) {
  const words = useWords(planWords);
  const decision = useWords(decisionWords);
  const { between } = useWords(timetableWords);
  const { http } = useDesk().connection;
  const formId = useId();
  const { betweenSessions } = examination;
  const [typed, setTyped] = useState(() => typedPlan(session, betweenSessions));
  const [why, setWhy] = useState('');
  const [pressed, setPressed] = useState(false);
  const [faults, setFaults] = useState<readonly PlanFault[]>([]);
  const task = useTask();
  const live = session.mode === 'live';
  const type = (name: keyof typeof typed, value: string) => setTyped({ ...typed, [name]: value });
  const missing = (value: string) => (pressed && !value ? words.missing : null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    const to = planTyped(session.mode, typed);
    if (!to || !why.trim()) return;
    void task.run(async () => {
      const from = { ...timesOf(session), betweenSessions };
      const reply = await http('replanSession', { from, to, why }, { sessionId: session.id });
      setFaults(reply.faults);
      if (reply.faults.length === 0) onPlanned();
    });
  }

  return (
    <Dialog
      title={words.title(`${examination.occupation} ${examination.level}`, session.title)}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{decision.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={task.busy}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <p>{words.effect}</p>
        {faults.length > 0 && (
          <Notice tone="danger" announce="alert" title={words.refused}>
            <ul className={styles.faults}>
              {faults.map(({ kind, sessionId }) => (
                <li key={`${kind} ${sessionId}`}>{words.faults[kind](sessionId ? titleOf(sessionId) : '')}</li>
              ))}
            </ul>
          </Notice>
        )}
        <FailureNotice failure={task.failure} />
        <div className={styles.fields}>
          <Field
            type="date"
            label={live ? words.date : words.firstDay}
            value={typed.date}
            error={missing(typed.date)}
            onChange={(event) => type('date', event.target.value)}
          />
          {!live && (
            <Field
              type="date"
              label={words.lastDay}
              value={typed.endDate}
              error={missing(typed.endDate)}
              onChange={(event) => type('endDate', event.target.value)}
            />
          )}
          {LIVE_TIMES.filter((each) => live || each === 'startsAt' || each === 'endsAt').map((each) => (
            <Field
              key={each}
              type="time"
              label={words.times[each]}
              value={typed[each]}
              error={missing(typed[each])}
              {...(each === 'startsAt' && live ? { hint: words.together } : {})}
              onChange={(event) => {
                const { value } = event.target;
                setTyped(each === 'startsAt' && live ? startMoved(typed, value) : { ...typed, [each]: value });
              }}
            />
          ))}
        </div>
        {live && (
          <Select
            label={words.between}
            value={typed.betweenSessions}
            options={BETWEEN_SESSIONS.map((each) => [each, between[each]] as const)}
            onChange={(value) => type('betweenSessions', value)}
          />
        )}
        <ReasonField
          label={words.why}
          ready={words.ready}
          value={why}
          missing={pressed && !why.trim() ? decision.reasonMissing : null}
          onChange={setWhy}
        />
      </form>
    </Dialog>
  );
}
