import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from './exam-context.ts';
import { hallWords } from './hall-words.ts';

/** Says when this computer records nothing, and what to do about it. */
export function RecordingTrouble() {
  const words = useWords(hallWords);
  const { problem } = useObservable(useRoom().recorder);
  if (problem === null) return null;
  const [title, body] = {
    camera: [words.cameraLost, words.cameraLostBody],
    recorder: [words.recorderFailed, words.recorderFailedBody],
    storage_full: [words.diskFull, words.diskFullBody],
    storage: [words.diskFailed, words.diskFailedBody],
  }[problem] as [string, string];
  return (
    <Notice tone="warning" announce="status" title={title}>
      <p>{body}</p>
    </Notice>
  );
}
