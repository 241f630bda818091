import type { MarkedSession } from '../../../../shared/contract/marking.ts';
import { useWords } from '../../../ui/language.tsx';
import table from '../../table.module.css';
import { markersWords } from './markers-words.ts';

const COLUMNS = ['responses', 'unread', 'once', 'third', 'twice', 'thrice'] as const;

/** How far each session of an examination is: what is still open before what is settled. */
export function ProgressTable({ sessions }: { sessions: readonly MarkedSession[] }) {
  const words = useWords(markersWords);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{words.session}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={table.number}>
              {words.reading[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ sessionId, title, progress }) => (
          <tr key={sessionId} data-testid={`progress-${sessionId}`}>
            <th scope="row">{title}</th>
            {COLUMNS.map((column) => (
              <td key={column} className={table.number} data-count={column}>
                {progress[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
