import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { endWords } from './end-words.ts';
import { useExamWindow } from './exam-context.ts';
import { Hall } from './Hall.tsx';

/** Another computer took the attempt over (ANS-5). */
export function FencedScreen() {
  const words = useWords(endWords);
  const { exam, shell } = useExamWindow();
  const { examination } = useObservable(exam);
  return (
    <Hall title={words.fencedTitle}>
      <Notice tone="danger" announce="alert">
        <p>{words.fencedBody}</p>
        <p>
          <strong>{words.fencedNotYou(examination?.dutyPhone ?? '')}</strong>
        </p>
      </Notice>
      <p>
        <Button kind="primary" onClick={() => void shell.quit()}>
          {words.quit}
        </Button>
      </p>
    </Hall>
  );
}
