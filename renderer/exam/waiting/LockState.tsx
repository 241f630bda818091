import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { clockText } from '../window/time-text.ts';
import { waitingWords } from './waiting-words.ts';

/** What the shell reports about its lockdown: said plainly, never a reason to stop (LOCK-3). `releasedUntil`: let go in the break, server ms. */
export function LockState({ releasedUntil }: { releasedUntil: number | null }) {
  const words = useWords(waitingWords);
  const report = useObservable(useRoom().lock);
  if (releasedUntil !== null)
    return <Notice title={words.lockTitle}>{words.released(clockText(releasedUntil))}</Notice>;
  if (!report) return <Notice title={words.lockTitle}>{words.locking}</Notice>;
  const failed = report.steps.filter(({ ok }) => !ok).length;
  return (
    <Notice tone={failed > 0 ? 'info' : 'success'} title={words.lockTitle}>
      <p>{failed > 0 ? words.partly(failed) : words.locked}</p>
    </Notice>
  );
}
