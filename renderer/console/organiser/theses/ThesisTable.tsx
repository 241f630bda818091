import { type RouteReply, rawPaths } from '../../../../shared/contract/http.ts';
import { useWords } from '../../../ui/language.tsx';
import { SaveButton } from '../../SaveButton.tsx';
import table from '../../table.module.css';
import { clockText, dayText } from '../../time-text.ts';
import { thesesWords } from './theses-words.ts';

type Thesis = RouteReply<'sessionTheses'>['theses'][number];

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** One line a file, newest first; the name of a saved file tells whose it is, unlike the one that a marker gets. */
export function ThesisTable({ theses }: { theses: readonly Thesis[] }) {
  const words = useWords(thesesWords);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>{words.admissionNo}</th>
          <th>{words.name}</th>
          <th>{words.file}</th>
          <th>{words.receivedAt}</th>
          <th>{words.receipt}</th>
          <th>{words.state}</th>
          <th>
            <span className="read-aloud">{words.save}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {theses.map((thesis) => (
          <tr key={thesis.id} data-testid={`thesis-${thesis.receiptNo}`}>
            <td className="tabular">{thesis.admissionNo}</td>
            <th scope="row">{thesis.candidateName}</th>
            <td>
              {thesis.fileName}
              <div className={table.soft}>
                {sizeText(thesis.bytes)} · {words.pages(thesis.pages)}
              </div>
            </td>
            <td className="tabular">
              {dayText(thesis.receivedAt)} {clockText(thesis.receivedAt)}
            </td>
            <td className="tabular">{thesis.receiptNo}</td>
            <td>
              {thesis.counts ? <strong>{words.counts}</strong> : words.replaced}
              <div className={table.soft}>{words.scans[thesis.scan]}</div>
            </td>
            <td>
              {(thesis.scan === 'clean' || thesis.scan === 'not_scanned') && (
                <SaveButton
                  path={`${rawPaths.thesisContent}${thesis.id}`}
                  fileName={`${thesis.admissionNo}_${thesis.receiptNo}.${thesis.format}`}
                >
                  {words.save}
                </SaveButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
