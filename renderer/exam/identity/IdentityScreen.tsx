import type { Liveness } from '../../analyzers/liveness.ts';
import { useWords } from '../../ui/language.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useObservable } from '../use-observable.ts';
import { CameraPreview } from '../window/CameraPreview.tsx';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { ActionPicture } from './ActionPicture.tsx';
import { AskProctor } from './AskProctor.tsx';
import { HintPicture } from './HintPicture.tsx';
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
    case 'acting':
      return actionText(state.liveness, words);
    case 'comparing':
      return words.comparing;
    default:
      return null;
  }
}

/** What to do for the action that is asked now, or what is in its way. */
function actionText({ actions, done, hint }: Liveness, words: Words): string {
  const action = actions[done];
  if (!hint || !action) return words.facing;
  // What was to be done is said again, too: it may be that which was not understood.
  if (hint === 'not_seen') return `${words.actHints.not_seen} ${words.acts[action].ask}`;
  return hint === 'ask' || hint === 'further' || hint === 'back' ? words.acts[action][hint] : words.actHints[hint];
}

const progressOf = (state: IdentityState): number => {
  if (state.step === 'facing') return state.progress;
  return state.step === 'acting' ? state.liveness.progress : state.step === 'comparing' ? 1 : 0;
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
                {text}
              </p>
              {state.step === 'facing' && state.hint && <HintPicture hint={state.hint} />}
              {state.step === 'acting' && <AskedAction liveness={state.liveness} />}
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

/** Which action it is, drawn as well as said. */
function AskedAction({ liveness: { actions, done, phase } }: { liveness: Liveness }) {
  const words = useWords(identityWords);
  const action = actions[done];
  if (!action) return null;
  return (
    <figure className={styles.action}>
      <ActionPicture action={phase === 'act' ? action : 'rest'} />
      <figcaption>{words.step(done + 1, actions.length)}</figcaption>
    </figure>
  );
}
