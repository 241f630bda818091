import type { WallPlace } from '../../shared/contract/views.ts';
import { currentSession } from '../../shared/domain/timetable.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useWords } from '../ui/language.tsx';
import dense from './dense.module.css';
import { useDesk } from './desk.ts';
import styles from './FrameHeader.module.css';
import { frameWords } from './frame-words.ts';
import { ReplannedSessions } from './ReplannedSessions.tsx';
import { type ConsoleRoute, routeHash, useRoute } from './route.ts';
import { countdownText, minuteText } from './time-text.ts';
import { useServerNow } from './use-server-now.ts';
import { useWatched } from './use-watched.ts';
import { countLooks, LOOK_WITHIN_MS } from './wall/attention.ts';
import { countPlaces } from './wall/place-status.ts';
import { roomSessions, sessionsOf, sittingOf } from './wall/room-sessions.ts';
import type { Wall } from './wall/wall-store.ts';

const COUNTS = ['places', 'signedIn', 'verified', 'answering', 'offline', 'handedIn'] as const;
const LINK_WORD = {
  connected: 'connected',
  connecting: 'connecting',
  lost: 'notConnected',
  signed_out: 'notConnected',
} as const;

interface FrameHeaderProps {
  pages: readonly ConsoleRoute[];
  /** Null where there is none, and until the room was first read. */
  wall: Wall | null;
}

/** Pages, and for a proctor the session now and how many candidates stand where. */
export function FrameHeader({ pages, wall }: FrameHeaderProps) {
  const { connection } = useDesk();
  const words = useWords(frameWords);
  const route = useRoute();
  const link = useWatched(connection.link);
  const session = useWatched(connection.session);
  const here = shownPage(pages, route);
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <span className={styles.brand}>{words.brand[session?.role ?? 'proctor']}</span>
        <nav className={styles.nav} aria-label={words.nav}>
          {pages.map((each) => (
            <a
              key={each.page}
              href={routeHash(each)}
              className={styles.page}
              aria-current={each.page === here ? 'page' : undefined}
            >
              {each.page !== 'candidate' && words.pages[each.page]}
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
        <span className={styles.person}>{session?.name}</span>
        <Button className={dense.button} onClick={() => void connection.signOut()}>
          {words.signOut}
        </Button>
      </div>
      {wall && <Counts wall={wall} />}
      {wall && <ReplannedSessions examinations={wall.examinations} />}
    </header>
  );
}

/** The page the navigation marks: a candidate is looked at on the wall, and an address of another role is the first page. */
function shownPage(pages: readonly ConsoleRoute[], route: ConsoleRoute): ConsoleRoute['page'] | undefined {
  const page = route.page === 'candidate' ? 'wall' : route.page;
  return (pages.find((each) => each.page === page) ?? pages[0])?.page;
}

function SessionNow({ wall: { examinations } }: { wall: Wall }) {
  const words = useWords(frameWords).session;
  const now = useServerNow();
  const sessions = roomSessions(examinations);
  const everybody = { opened: new Set(sessions.map(({ id }) => id)), handedIn: new Set<string>() };
  const session = currentSession(sessions, everybody, now);
  const text = !session
    ? words.over
    : now < session.startsAt
      ? words.before(session.title, minuteText(session.startsAt), countdownText(session.startsAt - now))
      : words.open(session.title, countdownText(session.endsAt - now));
  return (
    <span className={classNames(styles.session, 'tabular')} title={examinations.map(({ title }) => title).join('\n')}>
      {text}
    </span>
  );
}

function Counts({ wall: { examinations, places } }: { wall: Wall }) {
  const words = useWords(frameWords);
  const now = useServerNow();
  const sessions = (place: WallPlace) => sessionsOf(examinations, place);
  const counts = countPlaces(places, (place) => sittingOf(examinations, place, now));
  const looks = countLooks({ places, sessionsOf: sessions, now });
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
      {counts.notRegistered > 0 && (
        <div className={styles.count}>
          <dt>{words.notRegistered}</dt>
          <dd className="tabular" data-testid="count-notRegistered">
            {counts.notRegistered}
          </dd>
        </div>
      )}
      {looks.sitting > 0 && (
        <div className={styles.count}>
          <dt>{words.looked(LOOK_WITHIN_MS / 60_000)}</dt>
          <dd className="tabular" data-testid="count-looked">
            {looks.looked}/{looks.sitting}
          </dd>
        </div>
      )}
    </dl>
  );
}
