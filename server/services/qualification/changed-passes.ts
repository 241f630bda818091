import type { Storage } from '../../sql/storage.ts';
import type { Duties } from '../assignment/duties.ts';
import type { LiveViews } from '../live-views.ts';
import type { Network, Processes } from '../ports.ts';

/** What follows when somebody's pass, or what is asked for one, has changed. */
export type ChangedPasses = () => Promise<void>;

interface Parts {
  store: Pick<Storage, 'listAttemptIds' | 'findAttempt'>;
  duties: Duties;
  live: Pick<LiveViews, 'endForeign'>;
  network: Pick<Network, 'changeWallsHere'>;
  processes: Pick<Processes, 'tell'>;
}

/** Who may watch where nobody is assigned is read anew: views that are nobody's business any more end, and walls are asked for. */
export const createChangedPasses =
  ({ store, duties, live, network, processes }: Parts): ChangedPasses =>
  async () => {
    await duties.requalify();
    processes.tell('duties changed', {});
    for (const attemptId of await store.listAttemptIds()) {
      const { candidate_id: candidateId, examination_id: examinationId } = await store.findAttempt(attemptId);
      await live.endForeign(attemptId, (viewer) => duties.mayWatch(viewer, candidateId, examinationId));
    }
    network.changeWallsHere();
  };
