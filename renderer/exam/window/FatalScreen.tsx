import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { endWords } from './end-words.ts';
import styles from './Hall.module.css';

/** The window itself failed: in words, with a way on. It needs nothing that may be broken. */
export function FatalScreen({ kind }: { kind: 'failed' | 'not_started' }) {
  const words = useWords(endWords);
  const failed = kind === 'failed';
  return (
    <div className={styles.hall}>
      <header className={styles.header}>
        <span className={styles.brand} />
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{failed ? words.fatalTitle : words.startTitle}</h1>
        <Notice tone="danger" announce="alert">
          <p>{failed ? words.fatalBody : words.startBody}</p>
          {failed && <p>{words.fatalAgain}</p>}
        </Notice>
        <p>
          <Button kind="primary" onClick={() => location.reload()}>
            {words.reload}
          </Button>
        </p>
      </main>
    </div>
  );
}
