import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import styles from './AnswerFile.module.css';
import type { AnswerFileExport } from './answer-file-export.ts';
import { answerFileWords } from './answer-file-words.ts';

interface AnswerFileStepsProps {
  answerFile: AnswerFileExport;
  /** By when it must have been handed over, in words; null when this window does not know. */
  until: string | null;
}

/** What to do, step by step, the button, and what came of it. */
export function AnswerFileSteps({ answerFile, until }: AnswerFileStepsProps) {
  const words = useWords(answerFileWords);
  const { busy, saved, trouble } = useObservable(answerFile);
  return (
    <div className={styles.stack} data-testid="answer-file">
      <ol className={styles.steps}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
        <li>{words.bring(answerFile.owner.dutyPhone, until)}</li>
      </ol>
      <p>{words.sealed}</p>
      {saved && (
        <Notice tone="success" announce="status" title={words.savedTitle}>
          <p className={styles.path}>{words.savedTo(saved.path)}</p>
          <p>{words.savedNext}</p>
        </Notice>
      )}
      {trouble && (
        <Notice tone={trouble === 'cancelled' ? 'info' : 'danger'} announce="alert">
          <p>{words.trouble[trouble]}</p>
        </Notice>
      )}
      <Button kind={saved ? 'plain' : 'primary'} busy={busy} onClick={() => void answerFile.save(words.dialog)}>
        {saved ? words.again : words.save}
      </Button>
    </div>
  );
}
