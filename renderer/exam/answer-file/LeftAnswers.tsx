import { useEffect, useState } from 'react';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import styles from './AnswerFile.module.css';
import { AnswerFileSteps } from './AnswerFileSteps.tsx';
import type { AnswerFileExport } from './answer-file-export.ts';
import { answerFileWords } from './answer-file-words.ts';

/** Before sign-in, while the exam centre cannot be reached: answers an earlier run left here, and how to hand them over. */
export function LeftAnswers() {
  const words = useWords(answerFileWords);
  const { centre, leftAnswers, log } = useExamWindow();
  const { reach, fault } = useObservable(centre);
  const away = reach === 'unreachable' || (reach === 'asking' && fault !== null);
  const [left, setLeft] = useState<readonly AnswerFileExport[]>([]);
  useEffect(() => {
    if (!away) return;
    leftAnswers().then(setLeft, (cause: unknown) => log('error', `answers left here: ${String(cause)}`));
  }, [away, leftAnswers, log]);
  if (!away || left.length === 0) return null;
  return (
    <>
      {left.map((answerFile) => {
        const { attemptId, name, admissionNo, examinationTitle } = answerFile.owner;
        return (
          <Notice key={attemptId} tone="warning" title={words.leftTitle}>
            <div className={styles.stack}>
              <p>{words.leftWho(name, admissionNo, examinationTitle)}</p>
              <p>{words.leftLead}</p>
              <details className={styles.how}>
                <summary>{words.leftHow}</summary>
                <AnswerFileSteps answerFile={answerFile} until={null} />
              </details>
            </div>
          </Notice>
        );
      })}
    </>
  );
}
