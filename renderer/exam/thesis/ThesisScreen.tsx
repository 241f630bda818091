import { sessionPhase } from '../../../shared/domain/timetable.ts';
import { Content } from '../../ui/content/Content.tsx';
import { PictureContext, usePictureShelf } from '../../ui/content/pictures.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { deadlineText, leftText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import { ExamNotice } from './ExamNotice.tsx';
import { SubmissionList } from './SubmissionList.tsx';
import styles from './ThesisScreen.module.css';
import { thesisWords } from './thesis-words.ts';
import { UploadBox } from './UploadBox.tsx';

const DAY_MS = 24 * 60 * 60_000;
const NO_PICTURES: never[] = [];

/** What is asked, by when, the way to hand it in, and what has been received. After the deadline to be read only. */
export function ThesisScreen({ sessionId }: { sessionId: string }) {
  const words = useWords(thesisWords);
  const { language } = useLanguage();
  const { examination } = useObservable(useExamWindow().exam);
  const { task, trouble, sending, refused } = useObservable(useRoom().thesis);
  const pictures = usePictureShelf(task?.pictures ?? NO_PICTURES);
  const now = useNow();
  const session = examination?.sessions.find(({ id }) => id === sessionId);
  if (!session) return null;
  const closed = sessionPhase(session, now) === 'closed';
  const left = session.endsAt - now;
  const counting = task?.submissions.some(({ counts }) => counts) ?? false;
  const again = (task?.submissions.length ?? 0) > 0;
  // What was received comes first, once there is something, but not before what is going on.
  const listFirst = again && !sending && !refused;
  return (
    <Hall title={session.title} wide>
      <ExamNotice />
      <div className={styles.columns}>
        <section className={styles.task}>
          <h2>{words.requirements}</h2>
          {trouble !== null && (
            <Notice tone="warning" title={words.loadFailed} announce="status">
              <p>{reasonText(trouble, language)}</p>
            </Notice>
          )}
          {!task && trouble === null && <p role="status">{words.loading}</p>}
          {task && (
            <PictureContext value={pictures}>
              <p>{task.instructions}</p>
              <Content blocks={task.requirements} />
            </PictureContext>
          )}
        </section>
        <div className={styles.side}>
          <section className={styles.deadline}>
            <h2>{words.deadline}</h2>
            <p className={styles.date}>{deadlineText(session.endsAt)}</p>
            {!closed && (
              <p className="tabular" role="timer">
                {words.left(Math.floor(left / DAY_MS), leftText(left % DAY_MS))}
              </p>
            )}
          </section>
          {closed ? (
            <Notice tone={counting ? 'info' : 'warning'} title={words.closedTitle}>
              <p>{counting ? words.closedSome : words.closedNone}</p>
            </Notice>
          ) : (
            task && !listFirst && <UploadBox limits={task.limits} again={again} />
          )}
          {task && <SubmissionList submissions={task.submissions} />}
          {task && listFirst && !closed && <UploadBox limits={task.limits} again />}
        </div>
      </div>
    </Hall>
  );
}
