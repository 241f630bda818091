import { type FormEvent, useState } from 'react';
import { Fault } from '../../shared/support/fault.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { reasonText } from '../ui/reason-words.ts';
import { useDesk } from './desk.ts';
import styles from './SignInPage.module.css';
import { signInWords } from './sign-in-words.ts';

/** `because`: why the proctor has to sign in again, null at a first sign-in. */
export function SignInPage({ because }: { because: Fault | null }) {
  const { connection } = useDesk();
  const words = useWords(signInWords);
  const { language } = useLanguage();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    setPressed(true);
    if (!login.trim() || !password || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await connection.signIn(login.trim(), password);
    } catch (cause) {
      if (!(cause instanceof Fault)) console.error('sign-in failed', cause);
      setFailure(cause);
      setBusy(false);
    }
  }

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={(event) => void enter(event)} noValidate>
        <div className={styles.top}>
          <span className={styles.brand}>{words.brand}</span>
          <LanguageSwitch />
        </div>
        <h1 className={styles.title}>{words.title}</h1>
        {because && failure === null && (
          <Notice tone="warning" title={words.signedOut} announce="status">
            <p>{reasonText(because, language)}</p>
          </Notice>
        )}
        {failure !== null && (
          <Notice tone="danger" announce="alert">
            <p>{reasonText(failure, language)}</p>
          </Notice>
        )}
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
    </main>
  );
}
