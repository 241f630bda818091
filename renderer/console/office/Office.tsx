import { AssignmentPage } from '../assignment/AssignmentPage.tsx';
import { CasesPage } from '../cases/CasesPage.tsx';
import { HelpPage } from '../help/HelpPage.tsx';
import { MarkingPage } from '../marking/MarkingPage.tsx';
import { AnswerFilesPage } from '../organiser/answer-files/AnswerFilesPage.tsx';
import { MarkersPage } from '../organiser/marking/MarkersPage.tsx';
import { PapersPage } from '../organiser/papers/PapersPage.tsx';
import { ProgramsPage } from '../organiser/programs/ProgramsPage.tsx';
import { QualificationPage } from '../organiser/qualification/QualificationPage.tsx';
import { RetentionPage } from '../organiser/retention/RetentionPage.tsx';
import { RosterPage } from '../organiser/roster/RosterPage.tsx';
import { ThesesPage } from '../organiser/theses/ThesesPage.tsx';
import { ViolationRulesPage } from '../organiser/violation-rules/ViolationRulesPage.tsx';
import { ResultsPage } from '../results/ResultsPage.tsx';
import { ReviewPage } from '../review/ReviewPage.tsx';
import { type ConsoleRoute, useRoute } from '../route.ts';
import { StaffPage } from '../staff/StaffPage.tsx';
import { TimetablePage } from '../timetable/TimetablePage.tsx';
import styles from './Office.module.css';

/** The pages of those who have no wall; an address of another role leads to the first of their own. */
export function Office({ pages }: { pages: readonly ConsoleRoute[] }) {
  const route = useRoute();
  const page = (pages.find((each) => each.page === route.page) ?? pages[0])?.page;
  return (
    <main className={styles.office}>
      {page === 'timetable' && <TimetablePage />}
      {page === 'assignment' && <AssignmentPage />}
      {page === 'qualification' && <QualificationPage />}
      {page === 'staff' && <StaffPage />}
      {page === 'help' && <HelpPage />}
      {page === 'papers' && <PapersPage />}
      {page === 'roster' && <RosterPage />}
      {page === 'theses' && <ThesesPage />}
      {page === 'answer-files' && <AnswerFilesPage />}
      {page === 'programs' && <ProgramsPage />}
      {page === 'violation-rules' && <ViolationRulesPage />}
      {page === 'markers' && <MarkersPage />}
      {page === 'results' && <ResultsPage />}
      {page === 'cases' && <CasesPage />}
      {page === 'retention' && <RetentionPage />}
      {page === 'review' && route.page === 'review' && <ReviewPage route={route} />}
      {page === 'marking' && <MarkingPage />}
    </main>
  );
}
