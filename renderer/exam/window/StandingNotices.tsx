import { useObservable } from '../use-observable.ts';
import { useExamWindow } from './exam-context.ts';
import { MessageBanner } from './MessageBanner.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { RecordingTrouble } from './RecordingTrouble.tsx';
import styles from './StandingNotices.module.css';

/** What has to be seen on whatever screen the candidate is. */
export function StandingNotices() {
  const { room } = useObservable(useExamWindow().exam);
  if (!room) return null;
  return (
    <div className={styles.notices}>
      <OfflineBar />
      <RecordingTrouble />
      <MessageBanner />
    </div>
  );
}
