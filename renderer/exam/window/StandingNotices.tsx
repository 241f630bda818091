import { useObservable } from '../use-observable.ts';
import { useExamWindow } from './exam-context.ts';
import { MessageBanner } from './MessageBanner.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { RecordingTrouble } from './RecordingTrouble.tsx';
import styles from './StandingNotices.module.css';

/** What has to be seen on whatever screen the candidate is. */
export function StandingNotices() {
  const { room, stage } = useObservable(useExamWindow().exam);
  // The thesis page tells of the network itself: there are no answers and no recording on it.
  if (!room || stage.name === 'thesis') return null;
  return (
    <div className={styles.notices}>
      <OfflineBar />
      <RecordingTrouble />
      <MessageBanner />
    </div>
  );
}
