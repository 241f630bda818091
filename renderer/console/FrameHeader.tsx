import { currentSession } from '../../shared/domain/timetable.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useWords } from '../ui/language.tsx';
import dense from './dense.module.css';
import { useDesk } from './desk.ts';
import styles from './FrameHeader.module.css';
import { frameWords } from './frame-words.ts';
import { routeHash, useRoute } from './route.ts';
import { countdownText, minuteText } from './time-text.ts';
import { useServerNow } from './use-server-now.ts';
import { useWatched } from './use-watched.ts';
import { countPlaces } from './wall/place-status.ts';
import type { Wall } from './wall/wall-store.ts';

const COUNTS = ['places', 'signedIn', 'verified', 'answering', 'offline', 'handedIn'] as const;
const PAGES = [{ page: 'wall' }, { page: 'events', admissionNo: null }, { page: 'messages' }] as const;

const LINK_WORD = {
  connected: 'connected',
  connecting: 'connecting',
  lost: 'notConnected',
  signed_out: 'notConnected',
} as const;

/** Pages, the session now, and how many candidates stand where. `wall` is null until the room was first read. */
export function FrameHeader({ wall }: { wall: Wall | null }) {
  const { connection } = useDesk();
  const words = useWords(frameWords);
  const route = useRoute();
  const link = useWatched(connection.link);
  const name = useWatched(connection.session)?.name;
  const page = route.page === 'candidate' ? 'wall' : route.page;
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <span className={styles.brand}>{words.brand}</span>
        <nav className={styles.nav} aria-label={words.nav}>
          {PAGES.map((each) => (
            <a
              key={each.page}
              href={routeHash(each)}
              className={styles.page}
              aria-current={each.page === page ? 'page' : undefined}
            >
              {words.pages[each.page]}
            </a>
          ))}
        </nav>
        {wall && <SessionNow wall={wall} />}
        <span
          className={classNames(
            styles.link,
            link.state === 'connected' && styles.connected,
            link.state === 'lost' && styles.broken,
          )}
          data-testid="link"
          data-state={link.state}
        >
          {words.link[LINK_WORD[link.state]]}
        </span>
        <LanguageSwitch />
        <span className={styles.person}>{name}</span>
        <Button className={dense.button} onClick={() => connection.signOut()}>
          {words.signOut}
        </Button>
      </div>
      {wall && <Counts wall={wall} />}
    </header>
  );
}

function SessionNow({ wall: { examination } }: { wall: Wall }) {
  const words = useWords(frameWords).session;
  const now = useServerNow();
  const session = currentSession(examination.sessions, new Set(), now);
  const text = !session
    ? words.over
    : now < session.startsAt
      ? words.before(session.title, minuteText(session.startsAt), countdownText(session.startsAt - now))
      : words.open(session.title, countdownText(session.endsAt - now));
  return (
    <span className={classNames(styles.session, 'tabular')} title={examination.title}>
      {text}
    </span>
  );
}

function Counts({ wall: { examination, places } }: { wall: Wall }) {
  const words = useWords(frameWords);
  const counts = countPlaces(
    places,
    examination.sessions.map((session) => session.id),
  );
  return (
    <dl className={styles.counts} aria-label={words.counts}>
      {COUNTS.map((each) => (
        <div key={each} className={classNames(styles.count, each === 'offline' && counts.offline > 0 && styles.alarm)}>
          <dt>{words.count[each]}</dt>
          <dd className="tabular" data-testid={`count-${each}`}>
            {counts[each]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
