import { toDataURL } from 'qrcode';
import { type FormEvent, useCallback, useState } from 'react';
import type { RouteReply } from '../../../shared/contract/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { LoadState } from '../LoadState.tsx';
import styles from '../SignInPage.module.css';
import { signInWords } from '../sign-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { useTask } from '../use-task.ts';
import type { Account } from './PasswordForm.tsx';

/** Read and typed by hand where no camera is at hand. */
const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** Sets up an authenticator: its QR code, the first code, and the recovery codes, which are told this once. */
export function Enrolment({ account, back }: { account: Account; back(): void }) {
  const { connection } = useDesk();
  const { http } = connection;
  const words = useWords(signInWords);
  const load = useCallback(async () => {
    const { secret, uri } = await http('beginSecondFactor', account);
    return { secret, picture: await toDataURL(uri, { margin: 2, scale: 4 }) };
  }, [http, account]);
  const loaded = useLoaded(load);
  const [code, setCode] = useState('');
  const [pressed, setPressed] = useState(false);
  const [set, setSet] = useState<RouteReply<'confirmSecondFactor'> | null>(null);
  const task = useTask();
  if (set) {
    const { token, name, role, recoveryCodes } = set;
    return <RecoveryCodes codes={recoveryCodes} goOn={() => connection.enter({ token, name, role })} />;
  }
  if (!loaded.value) return <LoadState loaded={loaded} />;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (code.trim()) void task.run(async () => setSet(await http('confirmSecondFactor', { ...account, code })));
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ol className={styles.steps}>
        {words.enrolSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <img className={styles.code} src={loaded.value.picture} alt={words.qrCode} />
      <p className={styles.hint}>
        {words.byHand} <span className="tabular">{inFours(loaded.value.secret)}</span>
      </p>
      <FailureNotice failure={task.failure} />
      <Field
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={pressed && !code.trim() ? words.codeMissing : null}
      />
      <Button kind="primary" type="submit" busy={task.busy}>
        {words.confirm}
      </Button>
      <Button onClick={back}>{words.back}</Button>
    </form>
  );
}

function RecoveryCodes({ codes, goOn }: { codes: readonly string[]; goOn(): void }) {
  const words = useWords(signInWords);
  return (
    <div className={styles.form}>
      <p>{words.recovery}</p>
      <ul className={styles.codes} data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code} className="tabular">
            {code}
          </li>
        ))}
      </ul>
      <Button kind="primary" onClick={goOn}>
        {words.recoveryKept}
      </Button>
    </div>
  );
}
