import { useEffect, useRef } from 'react';
import type { WallPlace } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { phoneCauseWords } from '../phone-cause-words.ts';
import { goTo } from '../route.ts';
import { clockText } from '../time-text.ts';
import { useMay } from '../use-may.ts';
import { useServerNow } from '../use-server-now.ts';
import { placeStatus } from '../wall/place-status.ts';
import { sessionsOf, sittingOf } from '../wall/room-sessions.ts';
import { statusWords } from '../wall/status-words.ts';
import type { Wall } from '../wall/wall-store.ts';
import { CandidateActions } from './CandidateActions.tsx';
import styles from './CandidatePanel.module.css';
import { CandidateTabs } from './CandidateTabs.tsx';
import { candidateWords } from './candidate-words.ts';
import { RaisedPictures } from './RaisedPictures.tsx';
import { hasSignedIn } from './signed-in-place.ts';

const close = (): void => goTo({ page: 'wall' });

/** The bigger view of one candidate, over the wall; Escape leads back. */
export function CandidatePanel({ wall, admissionNo }: { wall: Wall; admissionNo: string }) {
  const words = useWords(candidateWords);
  const place = wall.places.find((each) => each.admissionNo === admissionNo);
  const panel = useRef<HTMLElement>(null);
  const mayAct = useMay('flag');
  useEscape();
  if (!place) {
    return (
      <section className={styles.panel}>
        <p>{words.unknown}</p>
        <Button onClick={close}>{words.close}</Button>
      </section>
    );
  }
  return (
    <section ref={panel} className={styles.panel} aria-label={place.name} data-testid={`candidate-${admissionNo}`}>
      <PanelHead place={place} wall={wall} />
      {mayAct && hasSignedIn(place) && (
        <CandidateActions
          key={place.attemptId}
          place={place}
          sessions={sessionsOf(wall.examinations, place)}
          shown={panel}
        />
      )}
      {hasSignedIn(place) ? (
        <div className={styles.body}>
          <RaisedPictures key={place.attemptId} place={place} />
          <CandidateTabs key={place.candidateId} place={place} wall={wall} />
        </div>
      ) : (
        <p className={styles.never}>{words.neverSignedIn}</p>
      )}
    </section>
  );
}

function PanelHead({ place, wall }: { place: WallPlace; wall: Wall }) {
  const { seenViolations } = useDesk();
  const words = useWords(candidateWords);
  const said = useWords(statusWords);
  const causes = useWords(phoneCauseWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useServerNow();
  const status = placeStatus(place, sittingOf(wall.examinations, place, now));
  // Whoever opens a candidate is taken there, also by keyboard and screen reader.
  useEffect(() => heading.current?.focus(), []);
  // What comes in while the proctor looks at this candidate is seen.
  useEffect(() => seenViolations.mark(place), [seenViolations, place]);
  return (
    <header className={styles.head}>
      <h1 ref={heading} tabIndex={-1} className={styles.name}>
        {place.name}
      </h1>
      <span className={classNames(styles.soft, 'tabular')}>{place.admissionNo}</span>
      <strong className={classNames('tabular', status === 'offline' && styles.danger)} data-state={status}>
        {status === 'answering' ? said.answeredOf(place.answered, place.items) : said.status[status]}
        {status === 'offline' && place.offlineSince !== null && ` ${said.since(clockText(place.offlineSince))}`}
      </strong>
      <span className={styles.soft}>{said.identity[place.identity]}</span>
      <span className={classNames(place.phone === 'lost' ? styles.danger : styles.soft, 'tabular')}>
        {said.phone[place.phone]}
        {place.phone === 'lost' && place.phoneLostSince !== null && ` ${said.since(clockText(place.phoneLostSince))}`}
        {place.phoneCause !== null && ` · ${causes[place.phoneCause]}`}
      </span>
      <span className={classNames(styles.soft, 'tabular')}>{said.violations(place.violations)}</span>
      <Button className={classNames(dense.button, styles.close)} onClick={close}>
        {words.close}
      </Button>
    </header>
  );
}

/** Escape closes the panel, but not while a dialog is open: there it belongs to the dialog. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) close();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
