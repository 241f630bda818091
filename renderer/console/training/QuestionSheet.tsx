import { useCallback, useState } from 'react';
import type { Run, RunResult } from '../../../shared/contract/training.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { LoadState } from '../LoadState.tsx';
import { minuteText } from '../time-text.ts';
import { useLoaded } from '../use-loaded.ts';
import { useTask } from '../use-task.ts';
import styles from './Training.module.css';
import { trainingWords } from './training-words.ts';

interface QuestionSheetProps {
  run: Run;
  onResult: (result: RunResult) => void;
  onLeave: () => void;
}

/** The questions that follow the wall; what is right is not known here. */
export function QuestionSheet({ run, onResult, onLeave }: QuestionSheetProps) {
  const words = useWords(trainingWords);
  const { language } = useLanguage();
  const { http } = useDesk().connection;
  const { runId } = run;
  const loaded = useLoaded(useCallback(() => http('runQuestions', {}, { runId }), [http, runId]));
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const [pressed, setPressed] = useState(false);
  const task = useTask();
  const questions = loaded.value?.questions ?? [];
  const unanswered = questions.filter(({ id }) => chosen[id] === undefined).length;

  function submit(): void {
    setPressed(true);
    if (unanswered > 0) return;
    const answers = questions.map(({ id }) => ({ questionId: id, choice: chosen[id] ?? null }));
    void task.run(async () => onResult(await http('endRun', { answers }, { runId })));
  }

  return (
    <>
      <h1>{words.sheetTitle}</h1>
      <p>{words.sheetLead(minuteText(run.answerUntil))}</p>
      <LoadState loaded={loaded} />
      {questions.map(({ id, text, options }, index) => (
        <fieldset key={id} className={styles.question} data-testid="training-question">
          <legend>{words.number(index + 1)}</legend>
          <p>{text[language]}</p>
          {options.map((option, choice) => (
            <label key={option.en} className={styles.option}>
              <input
                type="radio"
                name={id}
                checked={chosen[id] === choice}
                onChange={() => setChosen({ ...chosen, [id]: choice })}
              />
              {option[language]}
            </label>
          ))}
        </fieldset>
      ))}
      {pressed && unanswered > 0 && <p role="alert">{words.unanswered(unanswered)}</p>}
      <FailureNotice failure={task.failure} />
      <div className={styles.ends}>
        {questions.length > 0 && (
          <Button kind="primary" busy={task.busy} onClick={submit}>
            {words.submit}
          </Button>
        )}
        <Button kind="quiet" onClick={onLeave}>
          {words.back}
        </Button>
      </div>
    </>
  );
}
