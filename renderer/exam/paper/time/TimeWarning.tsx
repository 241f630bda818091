import { useEffect, useState } from 'react';
import { remainingMs, type Session } from '../../../../shared/domain/timetable.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useNow } from '../../window/use-now.ts';
import { paperWords } from '../paper-words.ts';
import { timeWarning, type WarningMinutes } from './time-warning.ts';

/** Long enough to be read twice; then the paper has its room again. The clock in the header stays red. */
const SHOWN_MS = 20_000;

/** Says calmly that the end is near, at 15, 5 and 1 minutes; takes neither the focus nor a click. */
export function TimeWarning({ session }: { session: Session }) {
  const words = useWords(paperWords);
  const minutes = timeWarning(remainingMs(session, useNow()));
  const [past, setPast] = useState<WarningMinutes | null>(null);
  useEffect(() => {
    if (minutes === null) return;
    const timer = setTimeout(() => setPast(minutes), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [minutes]);
  const shown = minutes !== null && minutes !== past;
  return (
    <>
      {/* Stands on the page before it says something: only then do screen readers read what comes. */}
      <p className="read-aloud" role="status" data-testid="time-warning">
        {shown ? words.timeWarning(minutes) : ''}
      </p>
      {shown && (
        <Notice
          tone="warning"
          title={words.timeWarning(minutes)}
          actions={<Button onClick={() => setPast(minutes)}>{words.noted}</Button>}
        >
          <p>{words.timeWarningBody}</p>
        </Notice>
      )}
    </>
  );
}
