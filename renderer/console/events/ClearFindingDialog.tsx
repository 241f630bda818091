import { useState } from 'react';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useDesk } from '../desk.ts';
import { ReasonField } from '../ReasonField.tsx';
import { clearFindingWords } from './clear-finding-words.ts';

interface ClearFindingDialogProps {
  finding: AttemptEvent;
  /** It is cleared now: that is taken back. */
  cleared: boolean;
  /** The finding in words. */
  said: string;
  onClose: () => void;
}

/** A proctor's word about one finding; it always carries a reason, for whoever reviews it. */
export function ClearFindingDialog({ finding, cleared, said, onClose }: ClearFindingDialogProps) {
  const { connection } = useDesk();
  const words = useWords(clearFindingWords);
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function decide(): Promise<void> {
    setPressed(true);
    if (!reason.trim()) return;
    setBusy(true);
    setFailure(null);
    try {
      const { id: eventId, attemptId } = finding;
      await connection.http('clearFinding', { cleared: !cleared, reason: reason.trim() }, { attemptId, eventId });
      onClose();
    } catch (cause) {
      if (!(cause instanceof Fault)) console.error('the finding was not cleared', cause);
      setFailure(cause);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={cleared ? words.restoreTitle : words.clearTitle}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void decide()}>
            {cleared ? words.restore : words.clear}
          </Button>
        </>
      }
    >
      <p>
        <strong>{said}</strong>
      </p>
      <p>{cleared ? words.restoreText : words.clearText}</p>
      <ReasonField
        label={words.reason}
        ready={cleared ? [] : Object.values(words.readyReasons)}
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
