import { PROGRAM_POLICIES } from '../../../../shared/domain/program-kinds.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import dense from '../../dense.module.css';
import editor from '../editor.module.css';
import { programsWords } from './programs-words.ts';
import type { TypedProgram } from './typed-program.ts';

interface ProgramRowProps {
  at: number;
  row: TypedProgram;
  faulty: boolean;
  onChange(row: TypedProgram): void;
  onRemove(): void;
}

/** Longer than any that is taken, so that a fault can say what is wrong instead of a field that stops taking keys. */
const LONGEST = { name: 60, publisher: 60, images: 1_000, bundleIds: 1_000, ports: 200 } as const;

export function ProgramRow({ at, row, faulty, onChange, onRemove }: ProgramRowProps) {
  const words = useWords(programsWords);
  const cell = (column: keyof typeof LONGEST, placeholder = '') => (
    <td>
      <input
        className={editor.input}
        aria-label={words.rowOf(words.columns[column], at + 1)}
        placeholder={placeholder}
        maxLength={LONGEST[column]}
        value={row[column]}
        onChange={(event) => onChange({ ...row, [column]: event.target.value })}
      />
    </td>
  );
  return (
    <tr className={classNames(faulty && editor.faulty)}>
      {cell('name')}
      {cell('publisher')}
      <td>
        <select
          className={editor.input}
          aria-label={words.rowOf(words.columns.policy, at + 1)}
          value={row.policy}
          onChange={(event) => {
            const policy = PROGRAM_POLICIES.find((each) => each === event.target.value);
            if (policy) onChange({ ...row, policy });
          }}
        >
          {PROGRAM_POLICIES.map((policy) => (
            <option key={policy} value={policy}>
              {words.policies[policy]}
            </option>
          ))}
        </select>
      </td>
      {cell('images', words.imagesHint)}
      {cell('bundleIds')}
      {cell('ports')}
      <td>
        <Button className={dense.button} aria-label={words.removeRow(at + 1)} onClick={onRemove}>
          {words.remove}
        </Button>
      </td>
    </tr>
  );
}
