import { useWords } from '../../ui/language.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import { useDesk } from '../desk.ts';
import { identityDecisionWords } from './identity-decision-words.ts';
import { identityWords } from './identity-words.ts';
import type { SignedInPlace } from './signed-in-place.ts';

interface IdentityDecisionProps {
  place: SignedInPlace;
  decision: 'confirmed' | 'refused';
  /** The latest picture is a first photo: confirming it makes it the registered one. */
  enrolment: boolean;
  onClose: () => void;
}

/** A proctor's decision about an identity. */
export function IdentityDecision({ place, decision, enrolment, onClose }: IdentityDecisionProps) {
  const { connection } = useDesk();
  const words = useWords(identityDecisionWords);
  const identity = useWords(identityWords);
  const decide = (reason: string) =>
    connection.http('identityDecision', { decision, reason }, { attemptId: place.attemptId });
  if (decision === 'refused') {
    return (
      <DecisionDialog
        title={words.refuseTitle(place.name)}
        ready={Object.values(words.refuseReasons)}
        label={identity.refuse}
        kind="danger"
        decide={decide}
        onClose={onClose}
      >
        <p>{words.refuseText}</p>
      </DecisionDialog>
    );
  }
  return (
    <DecisionDialog
      title={words.confirmTitle(place.name)}
      ready={[]}
      suggested={words.confirmReason}
      label={identity.confirm}
      kind="primary"
      decide={decide}
      onClose={onClose}
    >
      <p>{enrolment ? words.enrolText : words.confirmText}</p>
    </DecisionDialog>
  );
}
