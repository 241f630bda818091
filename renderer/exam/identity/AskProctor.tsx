import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './IdentityScreen.module.css';
import { identityWords } from './identity-words.ts';

/** The way on where recognition fails: a person decides. Never a dead end (LOCK-3). */
export function AskProctor({ quiet = false }: { quiet?: boolean }) {
  const words = useWords(identityWords);
  const { language } = useLanguage();
  const { identity } = useRoom();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  async function ask(): Promise<void> {
    setBusy(true);
    setFault(null);
    await identity.askProctor().catch(setFault);
    setBusy(false);
  }

  return (
    <div className={quiet ? styles.ask : undefined}>
      {quiet && <p>{words.askBody}</p>}
      <Button busy={busy} onClick={() => void ask()}>
        {words.ask}
      </Button>
      {fault !== null && (
        <Notice tone="danger" announce="alert">
          <p>{reasonText(fault, language)}</p>
        </Notice>
      )}
    </div>
  );
}
