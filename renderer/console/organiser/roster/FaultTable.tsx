import type { RosterFault } from '../../../../shared/domain/roster.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import imports from '../import.module.css';
import { faultWords } from './fault-words.ts';
import styles from './roster.module.css';

/** More than a person puts right at once; the number of the rest is told. */
const SHOWN = 200;

/** Sheet by sheet, row by row, as one goes through the file to put it right. */
function inFileOrder(faults: readonly RosterFault[]): RosterFault[] {
  const sheets = [...new Set(faults.map(({ sheet }) => sheet))];
  return [...faults].sort(
    (left, right) => sheets.indexOf(left.sheet) - sheets.indexOf(right.sheet) || (left.row ?? 0) - (right.row ?? 0),
  );
}

/** Every fault of a file with its place, so that it can be found in the spreadsheet. */
export function FaultTable({ faults }: { faults: readonly RosterFault[] }) {
  const words = useWords(faultWords);
  return (
    <>
      <Notice tone="danger" announce="alert">
        <p>{words.heading(faults.length)}</p>
      </Notice>
      <table className={imports.table} data-testid="faults">
        <thead>
          <tr>
            <th scope="col">{words.sheet}</th>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.fault}</th>
            <th scope="col">{words.found}</th>
          </tr>
        </thead>
        <tbody>
          {inFileOrder(faults)
            .slice(0, SHOWN)
            .map((fault) => (
              <tr
                key={`${fault.kind} ${fault.sheet} ${fault.row} ${fault.cell} ${fault.detail}`}
                data-kind={fault.kind}
              >
                <td className={styles.short}>{fault.sheet}</td>
                <td className="tabular">{fault.row}</td>
                <td className="tabular">{fault.cell}</td>
                <td>{words.kind[fault.kind]}</td>
                <td>{fault.detail}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {faults.length > SHOWN && <p>{words.more(faults.length - SHOWN)}</p>}
    </>
  );
}
