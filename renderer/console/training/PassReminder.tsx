import { useCallback } from 'react';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDesk } from '../desk.ts';
import { routeHash, useRoute } from '../route.ts';
import { dateText } from '../time-text.ts';
import { useLoaded } from '../use-loaded.ts';
import { trainingWords } from './training-words.ts';

/** A proctor without a valid pass is told so wherever they are, and the way into the training room. */
export function PassReminder() {
  const words = useWords(trainingWords);
  const { http } = useDesk().connection;
  const room = useLoaded(useCallback(() => http('trainingRoom', {}), [http])).value;
  const there = useRoute().page === 'training';
  if (there || !room?.required || room.standing.state === 'qualified') return null;
  const { state, until } = room.standing;
  return (
    <section aria-label={words.title} data-testid="no-pass">
      <Notice tone="warning" title={words.standing[state](until === null ? '' : dateText(until))}>
        <p>
          {words.noCandidates} <a href={routeHash({ page: 'training' })}>{words.toTraining}</a>
        </p>
      </Notice>
    </section>
  );
}
