import { useRef, useState } from 'react';
import {
  type ExtraProgram,
  type ExtraProgramFault,
  extraProgramFaults,
} from '../../../../shared/domain/extra-programs.ts';
import type { ProhibitedList } from '../../../../shared/domain/prohibited-programs.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import dense from '../../dense.module.css';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useTask } from '../../use-task.ts';
import editor from '../editor.module.css';
import { SaveBar, type Saving } from '../SaveBar.tsx';
import { ProgramRow } from './ProgramRow.tsx';
import styles from './programs.module.css';
import { programsWords } from './programs-words.ts';
import { asTyped, readTyped, type TypedProgram, typingFaults } from './typed-program.ts';

interface ExtraProgramsEditorProps {
  examinationId: string;
  added: readonly ExtraProgram[];
  list: ProhibitedList;
}

/** What is added for one examination: typed, looked through by the server's own rules, and kept whole or not at all. */
export function ExtraProgramsEditor({ examinationId, added, list }: ExtraProgramsEditorProps) {
  const words = useWords(programsWords);
  const { http } = useDesk().connection;
  const task = useTask();
  const nextKey = useRef(added.length);
  const [rows, setRows] = useState(() => added.map((program, at) => asTyped(program, String(at))));
  const [faults, setFaults] = useState<readonly ExtraProgramFault[]>([]);
  const [saving, setSaving] = useState<Saving>('unchanged');

  const change = (next: TypedProgram[]): void => {
    setRows(next);
    setFaults([]);
    setSaving('changed');
  };
  const addRow = (): void => {
    const key = String(nextKey.current++);
    change([...rows, { key, name: '', publisher: '', policy: 'end', images: '', bundleIds: '', ports: '' }]);
  };
  const save = () =>
    task.run(async () => {
      const programs = rows.map(readTyped);
      const here = [...typingFaults(rows), ...extraProgramFaults(programs, list.programs)];
      const found =
        here.length > 0 ? here : (await http('putProhibitedPrograms', { programs }, { examinationId })).faults;
      setFaults(found);
      if (found.length === 0) setSaving('saved');
    });

  return (
    <section className={editor.stack} data-testid={`programs-${examinationId}`}>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {(['name', 'publisher', 'policy', 'images', 'bundleIds', 'ports'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <ProgramRow
                key={row.key}
                at={at}
                row={row}
                faulty={faults.some((fault) => fault.row === at)}
                onChange={(typed) => change(rows.map((each) => (each.key === row.key ? typed : each)))}
                onRemove={() => change(rows.filter((each) => each.key !== row.key))}
              />
            ))}
          </tbody>
        </table>
      )}
      {faults.length > 0 && (
        <Notice tone="danger" announce="alert" title={words.faulty(faults.length)}>
          <ul>
            {faults.map(({ row, kind, value, of }) => (
              <li key={`${row} ${kind} ${value}`}>{words.at(row + 1, words.faults[kind](value, of))}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FailureNotice failure={task.failure} />
      <SaveBar words={words} saving={saving} busy={task.busy} onSave={() => void save()}>
        <Button className={dense.button} onClick={addRow}>
          {words.add}
        </Button>
      </SaveBar>
    </section>
  );
}
