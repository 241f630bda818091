import { useCallback } from 'react';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { LoadState } from '../../LoadState.tsx';
import { PageHead } from '../../PageHead.tsx';
import { RefreshButton } from '../../RefreshButton.tsx';
import table from '../../table.module.css';
import { useLoaded } from '../../use-loaded.ts';
import { useTask } from '../../use-task.ts';
import { AssignmentTable } from './AssignmentTable.tsx';
import styles from './Markers.module.css';
import { MarkingGaps } from './MarkingGaps.tsx';
import { markersWords } from './markers-words.ts';
import { ProgressTable } from './ProgressTable.tsx';

/** Who marks what, how far is it, and where is somebody missing? */
export function MarkersPage() {
  const words = useWords(markersWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('markingAssignments', {}), [http]));
  const task = useTask();
  const shown = loaded.value;
  const assign = (markerId: string, sessionIds: string[], assigned: boolean) =>
    void task.run(async () => {
      await http('assignMarker', { markerId, sessionIds, assigned });
      loaded.reload();
    });
  return (
    <>
      <PageHead title={words.title}>
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <p className={table.soft}>{words.lead}</p>
      <LoadState loaded={loaded} />
      <FailureNotice failure={task.failure} />
      {shown?.examinations.length === 0 && <p>{words.noneAtAll}</p>}
      {shown?.markers.length === 0 && <p>{words.noMarkers}</p>}
      {shown && <MarkingGaps examinations={shown.examinations} />}
      {shown?.examinations.map(({ id, title, sessions }) => (
        <section key={id} className={styles.examination} aria-label={title}>
          <h2 className={styles.title}>{title}</h2>
          <ProgressTable sessions={sessions} />
          <AssignmentTable markers={shown.markers} sessions={sessions} busy={task.busy} onAssign={assign} />
        </section>
      ))}
    </>
  );
}
