import { useLanguage, useWords } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './ConsoleFrame.module.css';
import { CandidatePanel } from './candidate/CandidatePanel.tsx';
import { useDesk } from './desk.ts';
import { EventsPage } from './events/EventsPage.tsx';
import { FrameHeader } from './FrameHeader.tsx';
import { frameWords } from './frame-words.ts';
import { MessagesPage } from './messages/MessagesPage.tsx';
import { type ConsoleRoute, useRoute } from './route.ts';
import { clockText, spanText } from './time-text.ts';
import { useServerNow } from './use-server-now.ts';
import { useWatched } from './use-watched.ts';
import { AttentionColumn } from './wall/AttentionColumn.tsx';
import { useAttention } from './wall/use-attention.ts';
import { WallPage } from './wall/WallPage.tsx';
import type { Wall } from './wall/wall-store.ts';

/** The console of a signed-in proctor: header, the wall with whatever lies over it, and who needs a look. */
export function ConsoleFrame() {
  const { wallStore, connection } = useDesk();
  const words = useWords(frameWords);
  const wall = useWatched(wallStore.wall);
  const link = useWatched(connection.link);
  return (
    <div className={styles.frame}>
      <FrameHeader wall={wall} />
      {link.state === 'lost' && <LinkLost since={link.since} />}
      {wall ? (
        <Room wall={wall} />
      ) : (
        <main className={styles.loading}>
          <p role="status">{words.loading}</p>
        </main>
      )}
    </div>
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
