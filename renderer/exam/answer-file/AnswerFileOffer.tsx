import { answerFileOfferedFrom, bringAnswerFileBy } from '../../../shared/domain/answer-file-offer.ts';
import { useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { deadlineText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import styles from './AnswerFile.module.css';
import { AnswerFileSteps } from './AnswerFileSteps.tsx';
import { answerFileWords } from './answer-file-words.ts';

/** The last way to the exam centre: shown once it has been out of reach for long enough after the end (ANS-6). */
export function AnswerFileOffer({ sessionId }: { sessionId: string }) {
  const words = useWords(answerFileWords);
  const { examination } = useObservable(useExamWindow().exam);
  const { connection, answerFile } = useRoom();
  const { offlineSince } = useObservable(connection);
  const now = useNow();
  const session = examination?.sessions.find(({ id }) => id === sessionId);
  if (!examination || !session) return null;
  const from = answerFileOfferedFrom(examination.answerFile, session, offlineSince);
  if (from === null || now < from) return null;
  return (
    <section className={styles.panel} aria-labelledby="answer-file">
      <h2 id="answer-file">{words.title}</h2>
      <p>{words.lead}</p>
      <AnswerFileSteps
        answerFile={answerFile}
        until={deadlineText(bringAnswerFileBy(examination.answerFile, session))}
      />
      <p>
        <strong>{words.goesOn}</strong>
      </p>
    </section>
  );
}
