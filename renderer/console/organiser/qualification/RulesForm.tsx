import { useState } from 'react';
import type { QualificationRules } from '../../../../shared/domain/qualification.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from '../../../ui/language.tsx';
import dense from '../../dense.module.css';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { ReasonField } from '../../ReasonField.tsx';
import table from '../../table.module.css';
import { useTask } from '../../use-task.ts';
import styles from './Qualification.module.css';
import { qualificationWords } from './qualification-words.ts';

const LIMITS = {
  reactSeconds: [15, 60],
  foundPercent: [0, 100],
  mostFalse: [0, 20],
  rulesPercent: [0, 100],
  validDays: [1, 3_650],
} as const;
type Rule = keyof typeof LIMITS;
const RULES = Object.keys(LIMITS) as Rule[];

/** What this exam centre asks of its proctors. */
export function RulesForm({ rules, onDone }: { rules: QualificationRules; onDone: () => void }) {
  const words = useWords(qualificationWords);
  const { http } = useDesk().connection;
  const [required, setRequired] = useState(rules.required);
  const [typed, setTyped] = useState(() => RULES.map((rule) => String(rules[rule])));
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const task = useTask();

  function save(): void {
    setPressed(true);
    if (!reason.trim()) return;
    const numbers = Object.fromEntries(RULES.map((rule, at) => [rule, Number(typed[at])])) as Record<Rule, number>;
    void task.run(async () => {
      await http('putQualificationRules', { rules: { required, ...numbers }, reason });
      onDone();
    });
  }

  return (
    <details className={styles.rules}>
      <summary>{words.rulesTitle}</summary>
      <p className={table.soft}>{words.rulesHint}</p>
      <p>
        <label>
          <input type="checkbox" checked={required} onChange={(event) => setRequired(event.target.checked)} />{' '}
          {words.required}
        </label>
      </p>
      <div className={styles.fields}>
        {RULES.map((rule, at) => (
          <Field
            key={rule}
            label={words.rule[rule]}
            type="number"
            min={LIMITS[rule][0]}
            max={LIMITS[rule][1]}
            value={typed[at] ?? ''}
            onChange={(event) => setTyped(typed.map((each, index) => (index === at ? event.target.value : each)))}
          />
        ))}
      </div>
      <ReasonField
        label={words.reason}
        ready={[]}
        value={reason}
        missing={pressed && !reason.trim() ? words.missingReason : null}
        onChange={setReason}
      />
      <FailureNotice failure={task.failure} />
      <Button className={dense.button} busy={task.busy} onClick={save}>
        {words.save}
      </Button>
    </details>
  );
}
