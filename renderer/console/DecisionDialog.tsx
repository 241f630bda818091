import { type ReactNode, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from '../ui/language.tsx';
import { decisionWords } from './decision-words.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useTask } from './use-task.ts';

interface DecisionDialogProps {
  title: string;
  /** What is decided and what follows from it. */
  children: ReactNode;
  /** Reasons that are often given. */
  ready: readonly string[];
  /** The reason that stands there at first. */
  suggested?: string;
  /** What the deciding button says. */
  label: string;
  kind: 'primary' | 'danger';
  /** Of words that may be left out: what they are called in place of a reason, and what the button says without them. */
  optional?: { field: string; label: string };
  decide: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A decision of somebody of the staff; it carries a reason, for whoever reviews it, wherever one is owed. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { title, children, ready, suggested = '', label, kind, optional, decide, onClose } = props;
  const words = useWords(decisionWords);
  const [reason, setReason] = useState(suggested);
  const [pressed, setPressed] = useState(false);
  const task = useTask();
  const unsaid = !reason.trim();
  const missing = unsaid && !optional;

  function press(): void {
    setPressed(true);
    if (missing) return;
    void task.run(async () => {
      await decide(reason.trim());
      onClose();
    });
  }

  return (
    <Dialog
      title={title}
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind={kind} busy={task.busy} onClick={press}>
            {optional && unsaid ? optional.label : label}
          </Button>
        </>
      }
    >
      {children}
      <ReasonField
        label={optional?.field ?? words.reason}
        ready={ready}
        value={reason}
        missing={pressed && missing ? words.reasonMissing : null}
        onChange={setReason}
      />
      <FailureNotice failure={task.failure} />
    </Dialog>
  );
}
