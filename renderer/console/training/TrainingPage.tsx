import { useCallback } from 'react';
import type { RouteReply } from '../../../shared/contract/http.ts';
import type { Run } from '../../../shared/contract/training.ts';
import { sessionPhase } from '../../../shared/domain/timetable.ts';
import { RUN_SHAPES, type RunKind } from '../../../shared/domain/training/schedule.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import { goTo } from '../route.ts';
import { dateText, spanText } from '../time-text.ts';
import { useLoaded } from '../use-loaded.ts';
import { useServerNow } from '../use-server-now.ts';
import { useTask } from '../use-task.ts';
import { useWatched } from '../use-watched.ts';
import { roomSessions } from '../wall/room-sessions.ts';
import { RunTable } from './RunTable.tsx';
import styles from './Training.module.css';
import { useTraining } from './training-context.ts';
import { trainingWords } from './training-words.ts';

/** May I invigilate, and if not: what comes next? */
export function TrainingPage() {
  const words = useWords(trainingWords);
  const { language } = useLanguage();
  const { http } = useDesk().connection;
  const training = useTraining();
  const loaded = useLoaded(useCallback(() => http('trainingRoom', {}), [http]));
  const task = useTask();
  const enter = (run: Run): void => {
    // The wall comes first, as on the exam day.
    goTo({ page: 'wall' });
    training.enter(run, words.hall);
  };
  const begin = (run: RunKind) => void task.run(async () => enter(await http('beginRun', { run })));
  const room = loaded.value;
  const minutes = (kind: RunKind) => spanText(RUN_SHAPES[kind].lengthMs, language);
  return (
    <div className={styles.page}>
      <PageHead title={words.title}>
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <LoadState loaded={loaded} />
      {room && (
        <>
          <StandingNotice room={room} />
          <OnDuty />
          <FailureNotice failure={task.failure} />
          {room.going && (
            <section>
              <h2>{words.goingTitle}</h2>
              <p>{words.going}</p>
              <Button className={dense.button} onClick={() => room.going && enter(room.going)}>
                {words.goOn}
              </Button>
            </section>
          )}
          <section>
            <h2>{words.rulesTitle}</h2>
            <ol>
              {words.rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ol>
            <p>{words.how}</p>
          </section>
          <section>
            <h2>{words.practiceTitle}</h2>
            <p>{words.practice(RUN_SHAPES.practice.places, minutes('practice'))}</p>
            <Button className={dense.button} busy={task.busy} onClick={() => begin('practice')}>
              {words.beginPractice}
            </Button>
          </section>
          <section>
            <h2>{words.testTitle}</h2>
            <p>{words.test(RUN_SHAPES.test.places, minutes('test'), RUN_SHAPES.test.questions)}</p>
            <p>{words.criteria(room.rules)}</p>
            <Button kind="primary" className={dense.button} busy={task.busy} onClick={() => begin('test')}>
              {words.beginTest}
            </Button>
          </section>
          <section>
            <h2>{words.runsTitle}</h2>
            <RunTable runs={room.runs} />
          </section>
        </>
      )}
    </div>
  );
}

function StandingNotice({ room: { standing, required } }: { room: RouteReply<'trainingRoom'> }) {
  const words = useWords(trainingWords);
  const { state, until } = standing;
  const fine = state === 'qualified';
  return (
    <div data-testid="standing" data-state={state}>
      <Notice
        tone={fine ? 'success' : required ? 'warning' : 'info'}
        title={words.standing[state](until === null ? '' : dateText(until))}
      >
        <p>{fine ? words.kept : required ? words.missing : words.notRequired}</p>
      </Notice>
    </div>
  );
}

/** Whoever enters the training room does not see the real one. */
function OnDuty() {
  const words = useWords(trainingWords);
  const wall = useWatched(useDesk().wallStore.wall);
  const now = useServerNow();
  const on = wall && roomSessions(wall.examinations).some((session) => sessionPhase(session, now) === 'open');
  return on && wall.places.length > 0 ? <Notice tone="warning">{words.onDuty}</Notice> : null;
}
