import { useCallback } from 'react';
import type { AssignmentsView } from '../../../shared/contract/assignment.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { CANDIDATES_A_PROCTOR } from '../../../shared/domain/assignment.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { ExaminationSelect } from '../ExaminationSelect.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import table from '../table.module.css';
import { dateText } from '../time-text.ts';
import { useChosenExamination } from '../use-chosen-examination.ts';
import { useLoaded } from '../use-loaded.ts';
import { useMay } from '../use-may.ts';
import { useTask } from '../use-task.ts';
import styles from './Assignment.module.css';
import { assignmentWords } from './assignment-words.ts';
import { CandidateAssignments } from './CandidateAssignments.tsx';
import { ProctorLoads } from './ProctorLoads.tsx';
import { mayBeGiven, unqualifiedOnDuty } from './unqualified.ts';

/** Which proctor watches whom, and who is nobody's? */
export function AssignmentPage() {
  const { loaded, examinations, examination, choose } = useChosenExamination();
  if (!examination) return <LoadState loaded={loaded} />;
  return (
    <OneExamination key={examination.id} examination={examination} examinations={examinations} onChoose={choose} />
  );
}

interface OneExaminationProps {
  examination: Examination;
  examinations: readonly Examination[];
  onChoose: (id: string) => void;
}

function OneExamination({ examination, examinations, onChoose }: OneExaminationProps) {
  const words = useWords(assignmentWords);
  const { http } = useDesk().connection;
  const mayAssign = useMay('assign');
  const { id: examinationId } = examination;
  const loaded = useLoaded(useCallback(() => http('assignments', {}, { examinationId }), [http, examinationId]));
  const task = useTask();
  const view = loaded.value;
  const change = (work: () => Promise<AssignmentsView>) =>
    void task.run(async () => {
      await work();
      loaded.reload();
    });
  const assign = (candidateIds: string[], staffId: string | null) =>
    change(() => http('assign', { candidateIds, staffId }, { examinationId }));
  const automatic = () => change(() => http('assignAutomatically', {}, { examinationId }));
  return (
    <>
      <PageHead title={words.title}>
        <ExaminationSelect
          label={words.examination}
          examinations={examinations}
          value={examinationId}
          onChange={onChoose}
        />
        <RefreshButton onClick={loaded.reload} />
        {mayAssign && view?.proctors.some((proctor) => mayBeGiven(view, proctor)) && (
          <Button className={dense.button} busy={task.busy} onClick={automatic} title={words.automaticHint}>
            {words.automatic}
          </Button>
        )}
      </PageHead>
      <LoadState loaded={loaded} />
      <FailureNotice failure={task.failure} />
      {view && (
        <>
          <div className={styles.notices}>
            <Standing view={view} />
            <Unqualified view={view} />
          </div>
          <ProctorLoads view={view} mayAssign={mayAssign} assign={assign} />
          <CandidateAssignments view={view} mayAssign={mayAssign} assign={assign} />
          {view.changes.length > 0 && (
            <details>
              <summary>{words.changes}</summary>
              <ul className={table.soft}>
                {view.changes.map(({ at, by, proctor, candidates }) => (
                  <li key={`${at} ${proctor}`}>
                    {dateText(at)} {words.change(by, candidates, proctor)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  );
}

/** Who watches without a valid pass: nobody is taken from them unasked, so that nobody is left unwatched. */
function Unqualified({ view }: { view: AssignmentsView }) {
  const words = useWords(assignmentWords);
  const names = unqualifiedOnDuty(view).map(({ name }) => name);
  const some = view.proctors.some((proctor) => mayBeGiven(view, proctor));
  if (view.proctors.length > 0 && !some) return <Notice tone="danger" title={words.noneQualified} />;
  if (names.length === 0) return null;
  return (
    <div data-testid="unqualified-on-duty">
      <Notice tone="danger" title={words.unqualified(names.join(', '))} />
    </div>
  );
}

/** Whether somebody is nobody's: the one thing to be seen at a glance. */
function Standing({ view }: { view: AssignmentsView }) {
  const words = useWords(assignmentWords);
  const { candidates, proctors } = view;
  const nobodys = candidates.filter(({ staffId }) => staffId === null).length;
  const room = proctors
    .filter((proctor) => mayBeGiven(view, proctor))
    .reduce((sum, { load }) => sum + Math.max(0, CANDIDATES_A_PROCTOR - load), 0);
  if (candidates.length === 0) return <p>{words.none}</p>;
  if (proctors.length === 0) return <Notice tone="warning" title={words.noProctors} />;
  if (nobodys === 0) return <p data-testid="unassigned">{words.whole}</p>;
  return (
    <div data-testid="unassigned" data-count={nobodys}>
      <Notice
        tone="warning"
        title={
          nobodys < candidates.length ? words.unassigned(nobodys) : view.qualifiedOnly ? words.allQualified : words.all
        }
      >
        {nobodys > room && <p>{words.left(nobodys - room)}</p>}
      </Notice>
    </div>
  );
}
