import { useSyncExternalStore } from 'react';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { AnswerFileOffer } from '../answer-file/AnswerFileOffer.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import styles from './HandIn.module.css';
import { handInWords } from './hand-in-words.ts';

const NOTHING = { unsent: 0, storage: 'ok' };
const unsubscribed = () => () => undefined;

/** Between the last stroke and the receipt: says what happens, for as long as it takes. */
export function HandingInScreen({ sessionId, by }: { sessionId: string; by: 'candidate' | 'deadline' }) {
  const words = useWords(handInWords);
  const { language } = useLanguage();
  const { handIn, connection, log } = useRoom();
  const { step, fault } = useObservable(handIn);
  const { online } = useObservable(connection);
  const answers = useObservable(log);
  const { unsent, storage } = useSyncExternalStore(
    answers?.subscribe ?? unsubscribed,
    () => answers?.status ?? NOTHING,
  );
  return (
    <Hall title={by === 'deadline' ? words.deadlineTitle : words.title}>
      <div className={styles.stack}>
        {online ? (
          <Notice announce="status" title={step === 'asking_receipt' ? words.asking : words.sending}>
            {fault && (
              <p>
                {words.waiting} {reasonText(fault, language)}
              </p>
            )}
          </Notice>
        ) : (
          <Notice
            tone="warning"
            announce="status"
            title={unsent > 0 && storage !== 'ok' ? words.offlineNotKept : words.offline}
          >
            <p>{words.offlineHow}</p>
          </Notice>
        )}
        {unsent > 0 && (
          <p data-testid="unsent" data-count={unsent}>
            {words.unsent(unsent)}
          </p>
        )}
        <AnswerFileOffer sessionId={sessionId} />
      </div>
    </Hall>
  );
}
