import type { PaperImportFault } from '../../../../shared/contract/paper-import.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import imports from '../import.module.css';
import { paperFaultWords } from './paper-fault-words.ts';

/** More than a person puts right at once; the number of the rest is told. */
const SHOWN = 200;

/** Sheet by sheet and file by file, row by row, as one goes through the file to put it right. */
function inFileOrder(faults: readonly PaperImportFault[]): PaperImportFault[] {
  const whole = ({ place }: PaperImportFault) => place.sheet ?? place.file ?? '';
  const parts = [...new Set(faults.map(whole))];
  const row = ({ place }: PaperImportFault) => place.row ?? place.line ?? 0;
  return [...faults].sort(
    (left, right) => parts.indexOf(whole(left)) - parts.indexOf(whole(right)) || row(left) - row(right),
  );
}

/** Every fault of a paper's file with its place. */
export function PaperFaultTable({ faults }: { faults: readonly PaperImportFault[] }) {
  const words = useWords(paperFaultWords);
  return (
    <>
      <Notice tone="danger" announce="alert">
        <p>{words.heading(faults.length)}</p>
      </Notice>
      <table className={imports.table} data-testid="faults">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.fault}</th>
          </tr>
        </thead>
        <tbody>
          {inFileOrder(faults)
            .slice(0, SHOWN)
            .map(({ kind, place, params }) => (
              <tr key={JSON.stringify([kind, place, params])} data-kind={kind}>
                <td>{place.sheet ?? place.file ?? place.item}</td>
                <td className="tabular">{place.row ?? place.line}</td>
                <td>{place.cell ?? place.element}</td>
                <td>{words.kind[kind](params)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {faults.length > SHOWN && <p>{words.more(faults.length - SHOWN)}</p>}
    </>
  );
}
