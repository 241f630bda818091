import { Fault } from '../../../shared/support/fault.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import dense from '../dense.module.css';
import { candidateWords } from './candidate-words.ts';
import type { AttemptData } from './use-attempt-data.ts';

/** What stands above data that is not there yet, or could not be read again. */
export function Loading({ data }: { data: AttemptData<unknown> }) {
  const words = useWords(candidateWords);
  const { language } = useLanguage();
  if (data.failure !== null) {
    const cause = data.failure instanceof Fault ? data.failure : new Fault('server_error');
    const again = (
      <Button className={dense.button} onClick={data.reload}>
        {words.again}
      </Button>
    );
    return (
      <Notice tone="danger" title={words.failed} announce="alert" actions={again}>
        <p>{reasonText(cause, language)}</p>
      </Notice>
    );
  }
  return data.value === null ? <p role="status">{words.loading}</p> : null;
}
