import { useCallback, useMemo } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { type ConsoleRoute, goTo } from '../route.ts';
import table from '../table.module.css';
import { dateText } from '../time-text.ts';
import { useLoaded } from '../use-loaded.ts';
import { reviewOf } from './lanes.ts';
import { ManifestButton } from './ManifestButton.tsx';
import { NotArrived } from './NotArrived.tsx';
import styles from './Review.module.css';
import { ReviewDesk } from './ReviewDesk.tsx';
import { reviewWords } from './review-words.ts';

/** What happened in this attempt, and what did both cameras see of it? */
export function ReviewPage({ route }: { route: Extract<ConsoleRoute, { page: 'review' }> }) {
  const { attemptId, at } = route;
  return attemptId === null ? <AttemptList /> : <Attempt key={`${attemptId} ${at}`} attemptId={attemptId} at={at} />;
}

const open = (attemptId: string | null): void => goTo({ page: 'review', attemptId, at: null });

function AttemptList() {
  const words = useWords(reviewWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('attempts', {}), [http]));
  const attempts = loaded.value?.attempts ?? [];
  const ordered = [...attempts].sort((left, right) => right.violations - left.violations);
  return (
    <>
      <PageHead title={words.title} />
      <LoadState loaded={loaded} />
      {loaded.value && attempts.length === 0 && <p>{words.empty}</p>}
      {attempts.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{words.candidate}</th>
              <th scope="col">{words.number}</th>
              <th scope="col" className={table.number}>
                {words.violations}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((each) => (
              <tr key={each.attemptId}>
                <th scope="row">
                  <button type="button" className={styles.link} onClick={() => open(each.attemptId)}>
                    {each.name}
                  </button>
                </th>
                <td className="tabular">{each.admissionNo}</td>
                <td className={table.number}>{each.violations}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Attempt({ attemptId, at }: { attemptId: string; at: number | null }) {
  const words = useWords(reviewWords);
  const { http } = useDesk().connection;
  const load = useCallback(async () => {
    const [{ segments }, { events }, { cameras }, activity, { examinations }] = await Promise.all([
      http('segments', {}, { attemptId }),
      http('attemptEvents', {}, { attemptId }),
      http('cameraLedger', {}, { attemptId }),
      http('attemptActivity', {}, { attemptId }),
      http('examinations', {}),
    ]);
    const sessions = examinations.find(({ id }) => id === activity.examinationId)?.sessions ?? [];
    return { segments, events, cameras, activity, sessions };
  }, [http, attemptId]);
  const loaded = useLoaded(load);
  const { value } = loaded;
  const review = useMemo(
    () =>
      value &&
      reviewOf({
        ...{ segments: value.segments, events: value.events, ledger: value.cameras },
        answeredAt: value.activity.answeredAt,
      }),
    [value],
  );
  const name = value?.activity.candidate.name ?? '';
  const deletedAt = value?.activity.deletedAt ?? null;
  return (
    <>
      <PageHead title={words.heading(name)}>
        <Button className={dense.button} onClick={() => open(null)}>
          {words.back}
        </Button>
        {value && <ManifestButton {...{ attemptId, admissionNo: value.activity.candidate.admissionNo }} />}
      </PageHead>
      <LoadState loaded={loaded} />
      {deletedAt !== null && <Notice title={words.deleted(dateText(deletedAt))} />}
      {value && deletedAt === null && <NotArrived at={at} segments={value.segments} onAgain={loaded.reload} />}
      {value && !review && <p>{words.nothingYet}</p>}
      {value && review && (
        <ReviewDesk
          {...{ attemptId, name, review, at }}
          segments={value.segments}
          events={value.events}
          sessions={value.sessions}
        />
      )}
    </>
  );
}
