import { lockedFrom } from '../../../shared/domain/timetable.ts';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { identityWords } from '../identity/identity-words.ts';
import { useObservable } from '../use-observable.ts';
import { CameraPreview } from '../window/CameraPreview.tsx';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { PhoneTrouble } from '../window/PhoneTrouble.tsx';
import { clockText, dayText, leftText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import { LockState } from './LockState.tsx';
import styles from './WaitingScreen.module.css';
import { waitingWords } from './waiting-words.ts';

const spanOf = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): string =>
  `${clockText(startsAt)}–${clockText(endsAt)}`;

export function WaitingScreen({ sessionId }: { sessionId: string }) {
  const words = useWords(waitingWords);
  const preview = useWords(identityWords).preview;
  const { examination, attempt } = useObservable(useExamWindow().exam);
  const { recording, problem } = useObservable(useRoom().recorder);
  const now = useNow();
  const session = examination?.sessions.find(({ id }) => id === sessionId);
  if (!session) return null;
  const announced = examination?.replanned.find((each) => each.sessionId === sessionId);
  const between = (attempt?.receipts.length ?? 0) > 0;
  const released = between && examination?.betweenSessions === 'released' && now < lockedFrom(session);
  return (
    <Hall title={between ? words.between : words.title} lead={words.lead} wide>
      <div className={styles.columns}>
        <div className={styles.side}>
          <div className={styles.clock}>
            <p>{words.until(session.title)}</p>
            <p className={styles.left} role="timer" data-testid="until-start">
              {leftText(session.startsAt - now)}
            </p>
            <p className="tabular">{words.at(clockText(session.startsAt), clockText(session.endsAt))}</p>
          </div>
          {announced && (
            <Notice tone="warning" announce="alert" title={words.replanned}>
              <p>{words.announced(dayText(announced.startsAt), spanOf(announced))}</p>
              <p>
                <strong>{words.now(dayText(session.startsAt), spanOf(session))}</strong>
              </p>
              <p>{words.why(announced.why)}</p>
            </Notice>
          )}
          <LockState releasedUntil={released ? lockedFrom(session) : null} />
        </div>
        <div className={styles.side}>
          <CameraPreview label={preview} />
          <Notice>
            <p>
              {words.stay} {recording && problem === null && words.recording}
            </p>
          </Notice>
          <PhoneTrouble />
        </div>
      </div>
    </Hall>
  );
}
