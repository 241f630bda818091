import { type RefObject, useState } from 'react';
import { type Session, sessionPhase } from '../../../shared/domain/timetable.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { useKeys } from '../keys.ts';
import { clockText } from '../time-text.ts';
import { useMay } from '../use-may.ts';
import { useServerNow } from '../use-server-now.ts';
import { useWatched } from '../use-watched.ts';
import { actionWords } from './action-words.ts';
import styles from './CandidateActions.module.css';
import { FlagDialog } from './FlagDialog.tsx';
import { HandDialog } from './HandDialog.tsx';
import { SnapshotButton } from './SnapshotButton.tsx';
import type { SignedInPlace } from './signed-in-place.ts';
import { useLook } from './use-look.ts';
import { WarnDialog } from './WarnDialog.tsx';

interface CandidateActionsProps {
  place: SignedInPlace;
  sessions: readonly Session[];
  /** Where the candidate's pictures are shown. */
  shown: RefObject<HTMLElement | null>;
}

/** What a proctor does about a candidate with one key each. */
export function CandidateActions({ place, sessions, shown }: CandidateActionsProps) {
  const { connection, watchList } = useDesk();
  const words = useWords(actionWords);
  const [asked, setAsked] = useState<'hand' | 'warn' | 'flag' | 'collect' | null>(null);
  const [said, setSaid] = useState('');
  const watched = useWatched(watchList.watched).includes(place.admissionNo);
  const mayCollect = useMay('collect');
  const now = useServerNow();
  const open = sessions.find((each) => sessionPhase(each, now) === 'open' && !place.handedIn.includes(each.id));
  const { attemptId, handRaisedAt } = place;
  const close = (): void => setAsked(null);
  const watch = (): void => watchList.toggle(place.admissionNo);
  useLook(attemptId);
  useKeys({
    w: watch,
    t: () => setAsked('warn'),
    v: () => setAsked('flag'),
    h: handRaisedAt === null ? undefined : () => setAsked('hand'),
  });
  return (
    <div className={styles.actions}>
      {handRaisedAt !== null && (
        <Button kind="primary" className={dense.button} onClick={() => setAsked('hand')}>
          {words.hand(clockText(handRaisedAt))}
        </Button>
      )}
      <Button className={dense.button} onClick={() => setAsked('warn')}>
        {words.warn}
      </Button>
      <SnapshotButton attemptId={attemptId} shown={shown} onSaid={setSaid} />
      <Button className={dense.button} onClick={() => setAsked('flag')}>
        {words.flag}
      </Button>
      <Button className={dense.button} aria-pressed={watched} onClick={watch}>
        {watched ? words.watched : words.watch}
      </Button>
      {open && mayCollect && (
        <Button className={dense.button} onClick={() => setAsked('collect')}>
          {words.collect}
        </Button>
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
      {asked === 'hand' && handRaisedAt !== null && <HandDialog place={place} since={handRaisedAt} onClose={close} />}
      {asked === 'warn' && (
        <WarnDialog place={place} onSent={(text, at) => setSaid(words.warned(clockText(at), text))} onClose={close} />
      )}
      {asked === 'flag' && <FlagDialog attemptId={attemptId} name={place.name} onClose={close} />}
      {asked === 'collect' && open && (
        <DecisionDialog
          title={words.collectTitle(place.name)}
          ready={words.collectReasons}
          label={words.collectLabel}
          kind="danger"
          decide={(reason) => connection.http('collect', { reason }, { attemptId, sessionId: open.id })}
          onClose={close}
        >
          <p>{words.collectEffect(open.title)}</p>
        </DecisionDialog>
      )}
    </div>
  );
}
