import type { StaffRole } from '../../shared/domain/staff.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './ConsoleFrame.module.css';
import { CandidatePanel } from './candidate/CandidatePanel.tsx';
import { useDesk } from './desk.ts';
import { EventsPage } from './events/EventsPage.tsx';
import { FrameHeader } from './FrameHeader.tsx';
import { frameWords } from './frame-words.ts';
import { MessagesPage } from './messages/MessagesPage.tsx';
import { Office } from './office/Office.tsx';
import { officePagesOf } from './office/office-pages.ts';
import { type ConsoleRoute, useRoute } from './route.ts';
import { clockText, spanText } from './time-text.ts';
import { useServerNow } from './use-server-now.ts';
import { useWatched } from './use-watched.ts';
import { AttentionColumn } from './wall/AttentionColumn.tsx';
import { useAttention } from './wall/use-attention.ts';
import { WallPage } from './wall/WallPage.tsx';
import type { Wall } from './wall/wall-store.ts';

const PROCTOR_PAGES: readonly ConsoleRoute[] = [
  { page: 'wall' },
  { page: 'events', admissionNo: null },
  { page: 'messages' },
];

/** The console of whoever is signed in: a header, what is known of the line, and the pages of their role. */
export function ConsoleFrame({ role }: { role: StaffRole }) {
  const { wallStore, connection } = useDesk();
  const wall = useWatched(wallStore.wall);
  const link = useWatched(connection.link);
  const pages = role === 'proctor' ? PROCTOR_PAGES : officePagesOf(role);
  return (
    <div className={styles.frame}>
      <FrameHeader pages={pages} wall={wall} />
      {link.state === 'lost' && <LinkLost since={link.since} />}
      {role === 'proctor' ? <ProctorRoom wall={wall} /> : <Office pages={pages} />}
    </div>
  );
}

function ProctorRoom({ wall }: { wall: Wall | null }) {
  const words = useWords(frameWords);
  if (wall) return <Room wall={wall} />;
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

function Room({ wall }: { wall: Wall }) {
  const route = useRoute();
  const attention = useAttention(wall);
  const covered = route.page !== 'wall';
  return (
    <>
      <div className={styles.stage}>
        {/* The wall stays mounted under every page: its pictures must go on, or nothing could be called frozen. */}
        <main className={styles.layer} inert={covered} aria-hidden={covered || undefined}>
          <WallPage wall={wall} cards={attention.cards} />
        </main>
        {covered && (
          <main className={styles.over}>
            <Page wall={wall} route={route} />
          </main>
        )}
      </div>
      <AttentionColumn attention={attention} />
    </>
  );
}

function Page({ wall, route }: { wall: Wall; route: ConsoleRoute }) {
  if (route.page === 'candidate')
    return <CandidatePanel key={route.admissionNo} wall={wall} admissionNo={route.admissionNo} />;
  if (route.page === 'events') return <EventsPage wall={wall} admissionNo={route.admissionNo} />;
  return <MessagesPage wall={wall} />;
}
