import { routeAccess } from '../../shared/contract/access.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './ConsoleFrame.module.css';
import { useDesk } from './desk.ts';
import { FrameHeader } from './FrameHeader.tsx';
import { frameWords } from './frame-words.ts';
import { Office } from './office/Office.tsx';
import { officePagesOf } from './office/office-pages.ts';
import { Room } from './Room.tsx';
import type { ConsoleRoute } from './route.ts';
import { clockText, spanText } from './time-text.ts';
import { PassReminder } from './training/PassReminder.tsx';
import { TrainingRoom } from './training/TrainingRoom.tsx';
import { useTraining } from './training/training-context.ts';
import { seesWall, sendsMessages } from './use-may.ts';
import { useServerNow } from './use-server-now.ts';
import { useWatched } from './use-watched.ts';
import type { Wall } from './wall/wall-store.ts';

const WATCHER_PAGES: readonly ConsoleRoute[] = [{ page: 'wall' }, { page: 'events', admissionNo: null }];

/** Pages of the exam centre that some who watch have, too, by what they read. */
const CENTRE_PAGES = [
  ['cases', 'cases'],
  ['assignment', 'assignments'],
  ['qualification', 'qualifications'],
  ['training', 'trainingRoom'],
] as const;

function pagesOf(role: StaffRole): readonly ConsoleRoute[] {
  if (!seesWall(role)) return officePagesOf(role);
  const messages: readonly ConsoleRoute[] = sendsMessages(role) ? [{ page: 'messages' }] : [];
  const centre = CENTRE_PAGES.filter(([, name]) => routeAccess[name].who.some((who) => who === role));
  return [
    ...[...WATCHER_PAGES, ...messages],
    ...centre.map(([page]): ConsoleRoute => ({ page })),
    ...[{ page: 'review' as const, attemptId: null, at: null }, { page: 'help' as const }],
  ];
}

/** The console of whoever is signed in: a header, what is known of the line, and the pages of their role. */
export function ConsoleFrame({ role }: { role: StaffRole }) {
  const { wallStore, connection } = useDesk();
  const going = useWatched(useTraining().going);
  const wall = useWatched(wallStore.wall);
  const link = useWatched(connection.link);
  const pages = pagesOf(role);
  if (going) return <TrainingRoom key={going.run.runId} going={going} />;
  return (
    <div className={styles.frame}>
      <FrameHeader pages={pages} wall={wall} />
      <div className={styles.notices}>
        {link.state === 'lost' && <LinkLost since={link.since} />}
        {role === 'proctor' && <PassReminder />}
      </div>
      {seesWall(role) ? <WatchersRoom wall={wall} pages={pages} /> : <Office pages={pages} />}
    </div>
  );
}

function WatchersRoom({ wall, pages }: { wall: Wall | null; pages: readonly ConsoleRoute[] }) {
  const words = useWords(frameWords);
  if (wall) return <Room wall={wall} pages={pages} />;
  return (
    <main className={styles.loading}>
      <p role="status">{words.loading}</p>
    </main>
  );
}

function LinkLost({ since }: { since: number }) {
  const words = useWords(frameWords);
  const { language } = useLanguage();
  const now = useServerNow();
  return (
    <section className={styles.lost} aria-label={words.link.notConnected} data-testid="link-lost">
      <Notice tone="danger" title={words.link.lost(clockText(since), spanText(now - since, language))}>
        <p role="alert">{words.lostNext}</p>
      </Notice>
    </section>
  );
}
