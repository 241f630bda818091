import { type FormEvent, useState } from 'react';
import { Fault } from '../../../shared/support/fault.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { LeftAnswers } from '../answer-file/LeftAnswers.tsx';
import { UpdateNotice } from '../update/UpdateNotice.tsx';
import { useExamWindow } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { CentreState } from './CentreState.tsx';
import styles from './SignInScreen.module.css';
import { signInWords } from './sign-in-words.ts';
import { Timetable } from './Timetable.tsx';

export function SignInScreen() {
  const words = useWords(signInWords);
  const { language } = useLanguage();
  const { exam, centre, log } = useExamWindow();
  const [admissionNo, setAdmissionNo] = useState('');
  const [identityNo, setIdentityNo] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const elsewhere = fault instanceof Fault && fault.reason === 'already_signed_in';

  async function signIn(takeOver: boolean): Promise<void> {
    setTried(true);
    if (!admissionNo.trim() || !identityNo.trim()) return;
    setBusy(true);
    setFault(null);
    try {
      await exam.signIn({ admissionNo, identityNo, takeOver });
      centre.stop();
    } catch (cause) {
      if (!(cause instanceof Fault)) log('error', `sign-in: ${cause instanceof Error ? cause.stack : String(cause)}`);
      setFault(cause);
    } finally {
      setBusy(false);
    }
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void signIn(false);
  };
  const missing = (value: string) => (tried && !value.trim() ? words.empty : null);

  return (
    <Hall title={words.title} lead={words.lead} wide>
      <div className={styles.columns}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <Field
            label={words.admission}
            value={admissionNo}
            error={missing(admissionNo)}
            autoComplete="off"
            autoFocus
            onChange={(event) => setAdmissionNo(event.target.value)}
          />
          <Field
            label={words.identity}
            hint={words.identityHint}
            value={identityNo}
            error={missing(identityNo)}
            autoComplete="off"
            maxLength={40}
            onChange={(event) => setIdentityNo(event.target.value)}
          />
          {fault !== null && (
            <Notice
              tone={elsewhere ? 'warning' : 'danger'}
              announce="alert"
              actions={elsewhere && <Button onClick={() => void signIn(true)}>{words.takeOver}</Button>}
            >
              <p>{reasonText(fault, language)}</p>
            </Notice>
          )}
          <Button type="submit" kind="primary" busy={busy}>
            {words.submit}
          </Button>
        </form>
        <aside className={styles.aside}>
          <UpdateNotice />
          <Timetable />
          <CentreState />
        </aside>
      </div>
      <LeftAnswers />
    </Hall>
  );
}
