import { useCallback } from 'react';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { LoadState } from '../../LoadState.tsx';
import { PageHead } from '../../PageHead.tsx';
import { RefreshButton } from '../../RefreshButton.tsx';
import table from '../../table.module.css';
import { dateText } from '../../time-text.ts';
import { useLoaded } from '../../use-loaded.ts';
import { DeletionLog } from './DeletionLog.tsx';
import { retentionWords } from './retention-words.ts';

/** Until when is kept what was recorded, and what was deleted? */
export function RetentionPage() {
  const words = useWords(retentionWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('retention', {}), [http]));
  const shown = loaded.value;
  return (
    <>
      <PageHead title={words.title}>
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <p className={table.soft}>{words.lead}</p>
      <LoadState loaded={loaded} />
      {shown && (
        <>
          <table className={table.table} data-testid="retention">
            <thead>
              <tr>
                <th scope="col">{words.examination}</th>
                <th scope="col" className={table.number}>
                  {words.days}
                </th>
                <th scope="col">{words.until}</th>
                <th scope="col" className={table.number}>
                  {words.kept}
                </th>
                <th scope="col" className={table.number}>
                  {words.deleted}
                </th>
                <th scope="col">{words.held}</th>
              </tr>
            </thead>
            <tbody>
              {shown.examinations.map(({ examinationId, title, retentionDays, keptUntil, kept, held, deleted }) => (
                <tr key={examinationId} data-examination={examinationId}>
                  <th scope="row">{title}</th>
                  <td className={table.number}>{retentionDays}</td>
                  <td className="tabular">{dateText(keptUntil)}</td>
                  <td className={table.number}>{kept}</td>
                  <td className={table.number}>{deleted}</td>
                  <td>{held.length > 0 && words.heldBecause(held.map(({ name }) => name).join('、'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <DeletionLog log={shown.log} examinations={shown.examinations} />
        </>
      )}
    </>
  );
}
