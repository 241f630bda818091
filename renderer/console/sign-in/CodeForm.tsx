import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import styles from '../SignInPage.module.css';
import { signInWords } from '../sign-in-words.ts';
import { useTask } from '../use-task.ts';
import type { Account } from './PasswordForm.tsx';

/** The code of the authenticator, or a recovery code. */
export function CodeForm({ account: { login, password }, back }: { account: Account; back(): void }) {
  const { connection } = useDesk();
  const words = useWords(signInWords);
  const [code, setCode] = useState('');
  const [pressed, setPressed] = useState(false);
  const task = useTask();

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (code.trim()) void task.run(() => connection.signIn(login, password, code));
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <FailureNotice failure={task.failure} />
      <Field
        label={words.code}
        hint={words.codeHint}
        autoComplete="one-time-code"
        autoFocus
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={pressed && !code.trim() ? words.codeMissing : null}
      />
      <Button kind="primary" type="submit" busy={task.busy}>
        {words.enter}
      </Button>
      <Button onClick={back}>{words.back}</Button>
      <p className={styles.hint}>{words.lost}</p>
    </form>
  );
}
