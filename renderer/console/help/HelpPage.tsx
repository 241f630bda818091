import { useCallback } from 'react';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import { PageHead } from '../PageHead.tsx';
import table from '../table.module.css';
import { useLoaded } from '../use-loaded.ts';
import { useMay } from '../use-may.ts';
import { Complaints } from './Complaints.tsx';
import { helpWords } from './help-words.ts';

/** Whom to call in which region; for an organiser also what was complained of. */
export function HelpPage() {
  const words = useWords(helpWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('helpLines', {}), [http]));
  const seesComplaints = useMay('complaints');
  const lines = loaded.value;
  const rows = lines ? [{ regionId: '', name: words.province, ...lines }, ...lines.regions] : [];
  return (
    <>
      <PageHead title={words.title} />
      <LoadState loaded={loaded} />
      {lines && (
        <table className={table.table} data-testid="help-lines">
          <thead>
            <tr>
              <th>{words.place}</th>
              <th>{words.duty}</th>
              <th>{words.complaint}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ regionId, name, dutyPhone, complaintPhone }) => (
              <tr key={regionId}>
                <th scope="row">{name}</th>
                <td className="tabular">{dutyPhone}</td>
                <td className="tabular">{complaintPhone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {seesComplaints && <Complaints />}
    </>
  );
}
