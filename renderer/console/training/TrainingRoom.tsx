import { useState } from 'react';
import type { RunResult } from '../../../shared/contract/training.ts';
import { HUMAN_KINDS } from '../../../shared/domain/violation.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import frame from '../ConsoleFrame.module.css';
import dense from '../dense.module.css';
import { DeskContext } from '../desk.ts';
import { FrameHeader } from '../FrameHeader.tsx';
import { Room } from '../Room.tsx';
import { type ConsoleRoute, goTo } from '../route.ts';
import { countdownText } from '../time-text.ts';
import { useServerNow } from '../use-server-now.ts';
import { useWatched } from '../use-watched.ts';
import { QuestionSheet } from './QuestionSheet.tsx';
import { RunResultView } from './RunResultView.tsx';
import styles from './Training.module.css';
import { useTraining } from './training-context.ts';
import type { GoingRun } from './training-hall.ts';
import { trainingWords } from './training-words.ts';

/** The pages of the wall that there are in the training room. */
const PAGES: readonly ConsoleRoute[] = [{ page: 'wall' }, { page: 'events', admissionNo: null }];

/** A run: the real wall with simulated candidates, then the questions, then what it came to. */
export function TrainingRoom({ going }: { going: GoingRun }) {
  const training = useTraining();
  const [result, setResult] = useState<RunResult | null>(null);
  const over = useServerNow() >= going.run.endsAt;
  const leave = (): void => {
    training.leave();
    goTo({ page: 'training' });
  };
  if (!over) {
    return (
      <DeskContext value={going.desk}>
        <SimulatedRoom going={going} onLeave={leave} />
      </DeskContext>
    );
  }
  return (
    <div className={frame.frame}>
      <FrameHeader pages={[]} wall={null} />
      <main className={styles.over}>
        <div className={styles.sheet}>
          {result ? (
            <RunResultView result={result} onBack={leave} />
          ) : (
            <QuestionSheet run={going.run} onResult={setResult} onLeave={leave} />
          )}
        </div>
      </main>
    </div>
  );
}

function SimulatedRoom({ going: { run, desk }, onLeave }: { going: GoingRun; onLeave: () => void }) {
  const words = useWords(trainingWords);
  const wall = useWatched(desk.wallStore.wall);
  const now = useServerNow();
  const [asked, setAsked] = useState(false);
  const ready = now < run.startsAt;
  if (!wall) return null;
  const flagged = wall.events.filter(({ kind }) => HUMAN_KINDS.some((human) => human === kind)).length;
  return (
    <div className={frame.frame}>
      <FrameHeader pages={PAGES} wall={wall} />
      <section className={styles.bar} aria-label={words.hall} data-testid="training-bar" data-run={run.run}>
        <strong>{words.bar[run.run]}</strong>
        <span className={classNames(styles.time, 'tabular')} role="timer">
          {ready ? words.bar.ready(countdownText(run.startsAt - now)) : words.bar.left(countdownText(run.endsAt - now))}
        </span>
        <span className={styles.hint}>{words.bar.hint}</span>
        <span className="tabular">{words.bar.flagged(flagged)}</span>
        <Button className={dense.button} onClick={() => setAsked(true)}>
          {words.bar.leave}
        </Button>
      </section>
      <Room wall={wall} pages={PAGES} />
      {asked && (
        <Dialog
          title={words.leaveTitle}
          onCancel={() => setAsked(false)}
          actions={
            <>
              <Button onClick={() => setAsked(false)}>{words.stay}</Button>
              <Button kind="danger" onClick={onLeave}>
                {words.leave}
              </Button>
            </>
          }
        >
          <p>{words.leaveWhat}</p>
        </Dialog>
      )}
    </div>
  );
}
