import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import styles from './ConsentScreen.module.css';
import { consentWords } from './consent-words.ts';

export function ConsentScreen() {
  const words = useWords(consentWords);
  const { language } = useLanguage();
  const { exam } = useExamWindow();
  const { examination } = useObservable(exam);
  const [declined, setDeclined] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  async function agree(): Promise<void> {
    setBusy(true);
    setFault(null);
    await exam.consent().catch(setFault);
    setBusy(false);
  }

  if (declined) {
    return (
      <Hall title={words.declinedTitle}>
        <Notice>
          <p>{words.declinedBody}</p>
        </Notice>
        <p>
          <Button kind="primary" onClick={() => setDeclined(false)}>
            {words.back}
          </Button>
        </p>
      </Hall>
    );
  }
  const parts = [
    [words.what, words.whatItems],
    [words.who, words.whoItems],
    [words.kept, examination ? [words.keptFor(examination.retentionDays), ...words.keptItems] : words.keptItems],
  ] as const;
  return (
    <Hall title={words.title} lead={words.lead} wide>
      <div className={styles.sheet}>
        {parts.map(([heading, items]) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
        <p>{words.home}</p>
      </div>
      {fault !== null && (
        <Notice tone="danger" announce="alert">
          <p>{reasonText(fault, language)}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        <Button kind="primary" busy={busy} onClick={() => void agree()}>
          {words.agree}
        </Button>
        <Button onClick={() => setDeclined(true)}>{words.decline}</Button>
      </div>
    </Hall>
  );
}
