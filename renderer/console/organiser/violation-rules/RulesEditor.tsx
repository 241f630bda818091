import { useState } from 'react';
import type { RouteReply } from '../../../../shared/contract/http.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import table from '../../table.module.css';
import { momentText } from '../../time-text.ts';
import { useTask } from '../../use-task.ts';
import editor from '../editor.module.css';
import { SaveBar, type Saving } from '../SaveBar.tsx';
import { RuleRow } from './RuleRow.tsx';
import { rulesWords } from './rules-words.ts';
import { asTyped, faultsOf, readTyped, type TypedRule } from './typed-rules.ts';

interface RulesEditorProps {
  examination: RouteReply<'violationRules'>['examinations'][number];
  /** Saved: who did it is shown anew. */
  onSaved(): void;
}

/** The rules of one examination, kept whole or not at all. */
export function RulesEditor({ examination, onSaved }: RulesEditorProps) {
  const words = useWords(rulesWords);
  const { http } = useDesk().connection;
  const task = useTask();
  const { examinationId, changed } = examination;
  const [rows, setRows] = useState(() => asTyped(examination.rules));
  const [looked, setLooked] = useState(false);
  const [saving, setSaving] = useState<Saving>('unchanged');
  const faults = looked ? rows.reduce((sum, row) => sum + faultsOf(row).length, 0) : 0;

  const change = (next: TypedRule): void => {
    setRows(rows.map((row) => (row.kind === next.kind ? next : row)));
    setSaving('changed');
  };
  const save = () =>
    task.run(async () => {
      setLooked(true);
      if (rows.some((row) => faultsOf(row).length > 0)) return;
      await http('putViolationRules', { rules: readTyped(rows) }, { examinationId });
      setLooked(false);
      setSaving('saved');
      onSaved();
    });

  return (
    <section className={editor.stack} data-testid={`rules-${examinationId}`}>
      <p className={table.soft}>{changed ? words.changed(momentText(changed.at), changed.by) : words.unchangedYet}</p>
      <table className={table.table}>
        <thead>
          <tr>
            {(['on', 'kind', 'onsetMs', 'holdMs', 'mergeMs', 'cooldownMs', 'severity'] as const).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((rule) => (
            <RuleRow key={rule.kind} rule={rule} faults={looked ? faultsOf(rule) : []} onChange={change} />
          ))}
        </tbody>
      </table>
      {faults > 0 && <Notice tone="danger" announce="alert" title={words.faulty(faults)} />}
      <FailureNotice failure={task.failure} />
      <SaveBar words={words} saving={saving} busy={task.busy} onSave={() => void save()} />
    </section>
  );
}
