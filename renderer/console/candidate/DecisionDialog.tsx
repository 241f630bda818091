import { useId, useState } from 'react';
import { Fault } from '../../../shared/support/fault.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useDesk } from '../desk.ts';
import styles from './DecisionDialog.module.css';
import { decisionWords } from './decision-words.ts';
import { identityWords } from './identity-words.ts';
import type { SignedInPlace } from './signed-in-place.ts';

interface DecisionDialogProps {
  place: SignedInPlace;
  decision: 'confirmed' | 'refused';
  /** The latest picture is a first photo: confirming it makes it the registered one. */
  enrolment: boolean;
  onClose: () => void;
}

/** A proctor's decision about an identity; it always carries a reason, for whoever reviews it. */
export function DecisionDialog({ place, decision, enrolment, onClose }: DecisionDialogProps) {
  const { connection } = useDesk();
  const words = useWords(decisionWords);
  const identity = useWords(identityWords);
  const { language } = useLanguage();
  const confirming = decision === 'confirmed';
  const [reason, setReason] = useState(confirming ? words.confirmReason : '');
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const id = useId();
  const missing = pressed && !reason.trim();

  async function decide(): Promise<void> {
    setPressed(true);
    if (!reason.trim()) return;
    setBusy(true);
    setFailure(null);
    try {
      const body = { decision, reason: reason.trim() };
      await connection.http('identityDecision', body, { attemptId: place.attemptId });
      onClose();
    } catch (cause) {
      if (!(cause instanceof Fault)) console.error('the decision failed', cause);
      setFailure(cause);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={confirming ? words.confirmTitle(place.name) : words.refuseTitle(place.name)}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind={confirming ? 'primary' : 'danger'} busy={busy} onClick={() => void decide()}>
            {confirming ? identity.confirm : identity.refuse}
          </Button>
        </>
      }
    >
      <p>{confirming ? (enrolment ? words.enrolText : words.confirmText) : words.refuseText}</p>
      <label htmlFor={id} className={styles.label}>
        {words.reason}
      </label>
      {!confirming && (
        <div className={styles.reasons}>
          {Object.values(words.refuseReasons).map((text) => (
            <button key={text} type="button" className={styles.ready} onClick={() => setReason(text)}>
              {text}
            </button>
          ))}
        </div>
      )}
      <textarea
        id={id}
        className={styles.text}
        rows={2}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-missing` : undefined}
      />
      {missing && (
        <p id={`${id}-missing`} className={styles.missing} role="alert">
          {words.reasonMissing}
        </p>
      )}
      {failure !== null && (
        <Notice tone="danger" announce="alert">
          <p>{reasonText(failure, language)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
