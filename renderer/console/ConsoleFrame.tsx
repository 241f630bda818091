import { routeAccess } from '../../shared/contract/access.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AssignmentPage } from './assignment/AssignmentPage.tsx';
import styles from './ConsoleFrame.module.css';
import { CandidatePanel } from './candidate/CandidatePanel.tsx';
import { CasesPage } from './cases/CasesPage.tsx';
import { useDesk } from './desk.ts';
import { EventsPage } from './events/EventsPage.tsx';
import { FrameHeader } from './FrameHeader.tsx';
import { frameWords } from './frame-words.ts';
import { HelpPage } from './help/HelpPage.tsx';
import { useKeys } from './keys.ts';
import { MessagesPage } from './messages/MessagesPage.tsx';
import { Office } from './office/Office.tsx';
import { officePagesOf } from './office/office-pages.ts';
import { ReviewPage } from './review/ReviewPage.tsx';
import { type ConsoleRoute, goTo, useRoute } from './route.ts';
import { clockText, spanText } from './time-text.ts';
import { seesWall, sendsMessages } from './use-may.ts';
import { useServerNow } from './use-server-now.ts';
import { useWatched } from './use-watched.ts';
import { AttentionColumn } from './wall/AttentionColumn.tsx';
import { nextPlace } from './wall/next-place.ts';
import { useAttention } from './wall/use-attention.ts';
import { WallPage } from './wall/WallPage.tsx';
import type { Wall } from './wall/wall-store.ts';

const WATCHER_PAGES: readonly ConsoleRoute[] = [{ page: 'wall' }, { page: 'events', admissionNo: null }];

function pagesOf(role: StaffRole): readonly ConsoleRoute[] {
  if (!seesWall(role)) return officePagesOf(role);
  const messages: readonly ConsoleRoute[] = sendsMessages(role) ? [{ page: 'messages' }] : [];
  const judged = (['cases', 'assignments'] as const).filter((name) =>
    routeAccess[name].who.some((who) => who === role),
  );
  const centre = judged.map((name): ConsoleRoute => ({ page: name === 'cases' ? 'cases' : 'assignment' }));
  return [...WATCHER_PAGES, ...messages, ...centre, { page: 'review', attemptId: null, at: null }, { page: 'help' }];
}

/** The console of whoever is signed in: a header, what is known of the line, and the pages of their role. */
export function ConsoleFrame({ role }: { role: StaffRole }) {
  const { wallStore, connection } = useDesk();
  const wall = useWatched(wallStore.wall);
  const link = useWatched(connection.link);
  const pages = pagesOf(role);
  return (
    <div className={styles.frame}>
      <FrameHeader pages={pages} wall={wall} />
      {link.state === 'lost' && <LinkLost since={link.since} />}
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

function Room({ wall, pages }: { wall: Wall; pages: readonly ConsoleRoute[] }) {
  const asked = useRoute();
  const theirs = asked.page === 'candidate' || pages.some(({ page }) => page === asked.page);
  const route: ConsoleRoute = theirs ? asked : { page: 'wall' };
  const attention = useAttention(wall);
  const next = (): void => {
    const place = nextPlace(wall.places, attention.cards, route.page === 'candidate' ? route.admissionNo : null);
    if (place) goTo({ page: 'candidate', admissionNo: place.admissionNo });
  };
  // There the same key goes to the next violation.
  useKeys({ n: route.page === 'review' ? undefined : next });
  const covered = route.page !== 'wall';
  return (
    <>
      <div className={styles.stage}>
        {/* The wall stays mounted under every page: its pictures must go on, or nothing could be called frozen. */}
        <main className={styles.layer} inert={covered} aria-hidden={covered || undefined}>
          <WallPage wall={wall} cards={attention.cards} covered={covered} />
        </main>
        {covered && (
          <main className={styles.over}>
            <Page wall={wall} route={route} />
          </main>
        )}
      </div>
      <AttentionColumn attention={attention} onNext={next} />
    </>
  );
}

function Page({ wall, route }: { wall: Wall; route: ConsoleRoute }) {
  if (route.page === 'candidate')
    return <CandidatePanel key={route.admissionNo} wall={wall} admissionNo={route.admissionNo} />;
  if (route.page === 'events') return <EventsPage wall={wall} admissionNo={route.admissionNo} />;
  if (route.page === 'cases') return <CasesPage />;
  if (route.page === 'assignment') return <AssignmentPage />;
  if (route.page === 'help') return <HelpPage />;
  if (route.page === 'review') return <ReviewPage route={route} />;
  return <MessagesPage wall={wall} />;
}
