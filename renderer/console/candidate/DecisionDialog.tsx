import { useState } from 'react';
import { Fault } from '../../../shared/support/fault.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useDesk } from '../desk.ts';
import { ReasonField } from '../ReasonField.tsx';
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
      <ReasonField
        label={words.reason}
        ready={confirming ? [] : Object.values(words.refuseReasons)}
        value={reason}
        missing={pressed && !reason.trim() ? words.reasonMissing : null}
        onChange={setReason}
      />
      {failure !== null && (
        <Notice tone="danger" announce="alert">
          <p>{reasonText(failure, language)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
