import { useState } from 'react';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { IdentityCheck } from '../../../shared/contract/views.ts';
import { SAME_PERSON_SIMILARITY } from '../../../shared/domain/identity.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useProtectedMedia } from '../connection/use-protected-media.ts';
import dense from '../dense.module.css';
import { clockText } from '../time-text.ts';
import { useMay } from '../use-may.ts';
import { statusWords } from '../wall/status-words.ts';
import { IdentityDecision } from './IdentityDecision.tsx';
import styles from './IdentitySection.module.css';
import { identityWords } from './identity-words.ts';
import { Loading } from './Loading.tsx';
import type { SignedInPlace } from './signed-in-place.ts';
import { useAttemptData } from './use-attempt-data.ts';

/** Who sits there: each check with both pictures, and the proctor's own decision. */
export function IdentitySection({ place, freshness }: { place: SignedInPlace; freshness: string }) {
  const words = useWords(identityWords);
  const status = useWords(statusWords);
  const mayDecide = useMay('identityDecision');
  const [deciding, setDeciding] = useState<'confirmed' | 'refused' | null>(null);
  const data = useAttemptData('identityChecks', place.attemptId, freshness);
  const checks = [...(data.value?.checks ?? [])].sort((left, right) => right.at - left.at);
  const pending = place.identity === 'manual_pending' || place.identity === 'enrolment_pending';
  return (
    <>
      <div className={classNames(styles.now, pending && styles.pending)}>
        <p className={styles.state} data-testid="identity-state" data-identity={place.identity}>
          {words.now}：<strong>{status.identity[place.identity]}</strong>
        </p>
        {mayDecide && place.identity !== 'verified' && (
          <Button
            kind={pending ? 'primary' : 'plain'}
            className={dense.button}
            onClick={() => setDeciding('confirmed')}
          >
            {words.confirm}
          </Button>
        )}
        {mayDecide && place.identity !== 'refused' && (
          <Button kind="danger" className={dense.button} onClick={() => setDeciding('refused')}>
            {words.refuse}
          </Button>
        )}
      </div>
      <Loading data={data} />
      {data.value && checks.length === 0 && <p className={styles.note}>{pending ? words.emptyPending : words.empty}</p>}
      <ul className={styles.checks}>
        {checks.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </ul>
      {deciding && (
        <IdentityDecision
          place={place}
          decision={deciding}
          enrolment={checks[0]?.kind === 'enrolment'}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}

function Check({ check }: { check: IdentityCheck }) {
  const words = useWords(identityWords);
  const similar = check.similarity !== null && check.similarity >= SAME_PERSON_SIMILARITY;
  return (
    <li className={styles.check} data-testid="identity-check" data-verdict={check.verdict}>
      <Picture id={check.livePictureId} caption={words.live} />
      {check.registeredPictureId ? (
        <Picture id={check.registeredPictureId} caption={words.registered} />
      ) : (
        <p className={styles.noPicture}>{words.noRegistered}</p>
      )}
      <div className={styles.facts}>
        <p className="tabular">
          {clockText(check.at)} · {words[check.kind]}
        </p>
        <p className={styles.verdict}>{words.verdict[check.verdict]}</p>
        {check.similarity !== null && (
          <p className={classNames('tabular', similar ? styles.good : styles.bad)} data-similarity={check.similarity}>
            {words.similarity(check.similarity.toFixed(2))}
            <span className={styles.note}>（{words.threshold(SAME_PERSON_SIMILARITY.toFixed(2))}）</span>
          </p>
        )}
        <p>{words.liveness[check.livenessPassed ? 'passed' : 'failed']}</p>
        {check.decision && (
          <p>
            {words.decision[check.decision]}
            {check.decidedBy && ` · ${words.by(check.decidedBy)}`}
          </p>
        )}
      </div>
    </li>
  );
}

function Picture({ id, caption }: { id: string; caption: string }) {
  const words = useWords(identityWords);
  const { url, failure } = useProtectedMedia(rawPaths.picture + encodeURIComponent(id));
  return (
    <figure className={styles.picture}>
      {url ? (
        <img src={url} alt={caption} className={styles.image} />
      ) : (
        <span className={styles.blank}>{failure ? words.pictureFailed : ''}</span>
      )}
      <figcaption className={styles.note}>{caption}</figcaption>
    </figure>
  );
}
