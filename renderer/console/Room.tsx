import { AssignmentPage } from './assignment/AssignmentPage.tsx';
import styles from './ConsoleFrame.module.css';
import { CandidatePanel } from './candidate/CandidatePanel.tsx';
import { CasesPage } from './cases/CasesPage.tsx';
import { EventsPage } from './events/EventsPage.tsx';
import { HelpPage } from './help/HelpPage.tsx';
import { useKeys } from './keys.ts';
import { MessagesPage } from './messages/MessagesPage.tsx';
import { QualificationPage } from './organiser/qualification/QualificationPage.tsx';
import { ReviewPage } from './review/ReviewPage.tsx';
import { type ConsoleRoute, goTo, useRoute } from './route.ts';
import { TrainingPage } from './training/TrainingPage.tsx';
import { AttentionColumn } from './wall/AttentionColumn.tsx';
import { nextPlace } from './wall/next-place.ts';
import { useAttention } from './wall/use-attention.ts';
import { WallPage } from './wall/WallPage.tsx';
import type { Wall } from './wall/wall-store.ts';

/** The wall, with the page that lies over it, and who needs a look beside both. */
export function Room({ wall, pages }: { wall: Wall; pages: readonly ConsoleRoute[] }) {
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
  if (route.page === 'training') return <TrainingPage />;
  if (route.page === 'qualification') return <QualificationPage />;
  if (route.page === 'help') return <HelpPage />;
  if (route.page === 'review') return <ReviewPage route={route} />;
  return <MessagesPage wall={wall} />;
}
