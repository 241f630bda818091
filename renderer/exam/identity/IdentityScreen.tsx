import { useWords } from '../../ui/language.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useObservable } from '../use-observable.ts';
import { CameraPreview } from '../window/CameraPreview.tsx';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { AskProctor } from './AskProctor.tsx';
import { IdentityOutcome } from './IdentityOutcome.tsx';
import styles from './IdentityScreen.module.css';
import type { IdentityState } from './identity-check.ts';
import { identityWords } from './identity-words.ts';

type Words = (typeof identityWords)['zh-CN'];

/** The one sentence that says what to do now, while the camera looks. */
function instruction(state: IdentityState, asking: boolean, words: Words): string | null {
  switch (state.step) {
    case 'starting':
      return asking ? words.asking : words.starting;
    case 'facing':
      return state.hint ? words.hints[state.hint] : words.facing;
    case 'turning':
      return state.turn.hint ? words.turns[state.turn.hint] : words.facing;
    case 'comparing':
      return words.comparing;
    default:
      return null;
  }
}

const progressOf = (state: IdentityState): number => {
  if (state.step === 'facing') return state.progress;
  return state.step === 'turning' ? state.turn.progress : state.step === 'comparing' ? 1 : 0;
};

export function IdentityScreen() {
  const words = useWords(identityWords);
  const { exam, capture } = useExamWindow();
  const { identity } = useRoom();
  const state = useObservable(identity);
  const { asking } = useObservable(capture);
  const { candidate } = useObservable(exam);
  const text = instruction(state, asking, words);
  return (
    <Hall title={words.title} lead={candidate?.hasPhoto === false ? words.enrolLead : words.lead} wide>
      <div className={styles.columns}>
        <CameraPreview label={words.preview} />
        <div className={styles.side}>
          {text && (
            <>
              <p className={styles.instruction} role="status">
                {state.step === 'turning' && <TurnArrow hint={state.turn.hint} />}
                {text}
              </p>
              <ProgressLine label={words.progress} value={progressOf(state)} />
            </>
          )}
          <IdentityOutcome state={state} />
          {text && state.step !== 'comparing' && <AskProctor quiet />}
        </div>
      </div>
    </Hall>
  );
}

/** Points where the head should go, as the mirrored preview shows it. */
function TurnArrow({ hint }: { hint: string | null }) {
  const arrow = hint === 'turn_left' ? '←' : hint === 'turn_right' ? '→' : null;
  return arrow ? (
    <span className={styles.arrow} aria-hidden="true">
      {arrow}
    </span>
  ) : null;
}
