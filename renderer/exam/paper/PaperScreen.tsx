import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { OpenPaper } from './OpenPaper.tsx';
import { paperWords } from './paper-words.ts';

export function PaperScreen({ sessionId }: { sessionId: string }) {
  const words = useWords(paperWords);
  const { language } = useLanguage();
  const { desk } = useRoom();
  const { paper, fault } = useObservable(desk);
  if (!paper || paper.sessionId !== sessionId) {
    return (
      <Hall title={words.loading}>
        {fault && (
          <Notice tone="warning" announce="status" title={words.loadingFault}>
            <p>{reasonText(fault, language)}</p>
          </Notice>
        )}
      </Hall>
    );
  }
  return <OpenPaper paper={paper} />;
}
