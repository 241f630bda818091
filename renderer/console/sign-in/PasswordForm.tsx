import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../ui/language.tsx';
import styles from '../SignInPage.module.css';
import { signInWords } from '../sign-in-words.ts';

export interface Account {
  login: string;
  password: string;
}

/** User name and password. */
export function PasswordForm({ busy, enter }: { busy: boolean; enter(account: Account): void }) {
  const words = useWords(signInWords);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [pressed, setPressed] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (login.trim() && password) enter({ login: login.trim(), password });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={words.login}
        name="login"
        autoComplete="username"
        autoFocus
        value={login}
        onChange={(event) => setLogin(event.target.value)}
        error={pressed && !login.trim() ? words.loginMissing : null}
      />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={pressed && !password ? words.passwordMissing : null}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {words.enter}
      </Button>
      <p className={styles.hint}>{words.forgotten}</p>
    </form>
  );
}
