import { useState } from 'react';
import type { QualificationsView } from '../../../../shared/contract/qualification.ts';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from '../../../ui/language.tsx';
import { DecisionDialog } from '../../DecisionDialog.tsx';
import { useDesk } from '../../desk.ts';
import { dateText } from '../../time-text.ts';
import { useServerNow } from '../../use-server-now.ts';
import { qualificationWords } from './qualification-words.ts';

const YEAR_MS = 365 * 24 * 60 * 60_000;
/** The exam centre's: the end of a day is the same wherever the organiser sits. */
const END_OF_DAY = 'T23:59:59+08:00';

interface PassDialogProps {
  person: QualificationsView['people'][number];
  what: 'grant' | 'withdraw';
  onDone: () => void;
  onClose: () => void;
}

/** Records a pass from elsewhere, or withdraws the one there is. */
export function PassDialog({ person: { staffId, name }, what, onDone, onClose }: PassDialogProps) {
  const words = useWords(qualificationWords);
  const { http } = useDesk().connection;
  const now = useServerNow();
  const [day, setDay] = useState(() => dateText(now + YEAR_MS).slice(0, 10));
  const grant = what === 'grant';
  return (
    <DecisionDialog
      title={grant ? words.grantTitle(name) : words.withdrawTitle(name)}
      ready={grant ? words.grantReasons : words.withdrawReasons}
      label={grant ? words.grantLabel : words.withdrawLabel}
      kind={grant ? 'primary' : 'danger'}
      decide={async (reason) => {
        if (grant) await http('grantPass', { until: Date.parse(day + END_OF_DAY), reason }, { staffId });
        else await http('withdrawPass', { reason }, { staffId });
        onDone();
      }}
      onClose={onClose}
    >
      <p>{grant ? words.grantWhat : words.withdrawWhat}</p>
      {grant && (
        <Field
          label={words.until}
          type="date"
          required
          min={dateText(now).slice(0, 10)}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      )}
    </DecisionDialog>
  );
}
