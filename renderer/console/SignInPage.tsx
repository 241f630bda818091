import { useState } from 'react';
import { Fault } from '../../shared/support/fault.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { reasonText } from '../ui/reason-words.ts';
import { useDesk } from './desk.ts';
import { FailureNotice } from './FailureNotice.tsx';
import styles from './SignInPage.module.css';
import { CodeForm } from './sign-in/CodeForm.tsx';
import { Enrolment } from './sign-in/Enrolment.tsx';
import { type Account, PasswordForm } from './sign-in/PasswordForm.tsx';
import { signInWords } from './sign-in-words.ts';
import { useTask } from './use-task.ts';

/** What is asked for: the password, then the code, or the setting up of what gives the code. */
type Step = { ask: 'password' } | { ask: 'code' | 'enrolment'; account: Account };

/** `because`: why the proctor has to sign in again, null at a first sign-in. */
export function SignInPage({ because }: { because: Fault | null }) {
  const { connection } = useDesk();
  const words = useWords(signInWords);
  const { language } = useLanguage();
  const [step, setStep] = useState<Step>({ ask: 'password' });
  const task = useTask();

  const enter = (account: Account) =>
    void task.run(async () => {
      try {
        await connection.signIn(account.login, account.password);
      } catch (cause) {
        const reason = cause instanceof Fault ? cause.reason : null;
        if (reason === 'code_missing') setStep({ ask: 'code', account });
        else if (reason === 'second_factor_unset') setStep({ ask: 'enrolment', account });
        else throw cause;
      }
    });
  const back = () => setStep({ ask: 'password' });

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.top}>
          <span className={styles.brand}>{words.brand}</span>
          <LanguageSwitch />
        </div>
        <h1 className={styles.title}>{step.ask === 'enrolment' ? words.enrolTitle : words.title}</h1>
        {because && task.failure === null && step.ask === 'password' && (
          <Notice tone="warning" title={words.signedOut} announce="status">
            <p>{reasonText(because, language)}</p>
          </Notice>
        )}
        <FailureNotice failure={task.failure} />
        {step.ask === 'password' && <PasswordForm busy={task.busy} enter={enter} />}
        {step.ask === 'code' && <CodeForm account={step.account} back={back} />}
        {step.ask === 'enrolment' && <Enrolment account={step.account} back={back} />}
      </div>
    </main>
  );
}
