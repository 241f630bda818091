import { sessionPhase } from '../../../shared/domain/timetable.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { enterableSession } from '../session/exam-flow.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { clockText } from '../window/time-text.ts';
import { useNow } from '../window/use-now.ts';
import { thesisWords } from './thesis-words.ts';

/** Tells whoever is at the thesis that a session can be entered, and leads there. */
export function ExamNotice() {
  const words = useWords(thesisWords);
  const { exam } = useExamWindow();
  const now = useNow();
  const live = enterableSession(useObservable(exam), now);
  const { sending } = useObservable(useRoom().thesis);
  if (!live) return null;
  const open = sessionPhase(live, now) === 'open';
  return (
    <Notice
      tone={open ? 'warning' : 'info'}
      title={open ? words.examNow(live.title) : words.examSoon(live.title, clockText(live.startsAt))}
      announce="status"
      actions={<Button onClick={() => exam.choose('exam')}>{words.toExam}</Button>}
    >
      {sending && <p>{words.examWait}</p>}
    </Notice>
  );
}
