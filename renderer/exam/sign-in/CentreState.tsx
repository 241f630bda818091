import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import { signInWords } from './sign-in-words.ts';

/** Whether the exam centre can be reached, before anybody has typed anything. */
export function CentreState() {
  const words = useWords(signInWords);
  const { language } = useLanguage();
  const { centre } = useExamWindow();
  const { reach, fault } = useObservable(centre);
  if (reach === 'reachable') return <Notice tone="success" announce="status" title={words.reachable} />;
  if (reach === 'asking' && !fault) return <Notice announce="status" title={words.asking} />;
  return (
    <Notice
      tone="warning"
      announce="status"
      actions={
        <Button busy={reach === 'asking'} onClick={centre.ask}>
          {words.retry}
        </Button>
      }
    >
      <p>{reasonText(fault, language)}</p>
    </Notice>
  );
}
