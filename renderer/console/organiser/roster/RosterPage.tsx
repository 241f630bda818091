import { useEffect, useState } from 'react';
import type { BatchSummary } from '../../../../shared/contract/roster.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { PageHead } from '../../PageHead.tsx';
import imports from '../import.module.css';
import { BatchPage } from './BatchPage.tsx';
import { NewBatchDialog } from './NewBatchDialog.tsx';
import styles from './roster.module.css';
import { rosterWords } from './roster-words.ts';

/** Which institutions report whom, and how far each batch has come. */
export function RosterPage() {
  const [batchId, open] = useState<string | null>(null);
  return batchId === null ? (
    <BatchList open={open} />
  ) : (
    <BatchPage key={batchId} batchId={batchId} leave={() => open(null)} />
  );
}

function BatchList({ open }: { open(batchId: string): void }) {
  const words = useWords(rosterWords);
  const { connection } = useDesk();
  const [batches, setBatches] = useState<readonly BatchSummary[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [making, setMaking] = useState(false);
  useEffect(() => {
    connection.http('batches', {}).then((reply) => setBatches(reply.batches), setFailure);
  }, [connection]);
  return (
    <div className={imports.stack}>
      <PageHead title={words.title}>
        <Button kind="primary" onClick={() => setMaking(true)}>
          {words.make.button}
        </Button>
      </PageHead>
      <FailureNotice failure={failure} />
      {!batches && failure === null && <p role="status">{words.loading}</p>}
      {batches?.length === 0 && <p>{words.none}</p>}
      {batches && batches.length > 0 && <BatchTable batches={batches} open={open} />}
      {making && <NewBatchDialog made={(batch) => open(batch.id)} cancel={() => setMaking(false)} />}
    </div>
  );
}

function BatchTable({ batches, open }: { batches: readonly BatchSummary[]; open(batchId: string): void }) {
  const words = useWords(rosterWords);
  return (
    <table className={imports.table} data-testid="batches">
      <thead>
        <tr>
          {(
            [
              'institution',
              'region',
              'state',
              'applicants',
              'reportUntil',
              'payUntil',
              'changeUntil',
              'pending',
            ] as const
          ).map((each) => (
            <th key={each} scope="col">
              {words.batches[each]}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id}>
            <th scope="row">{batch.institution}</th>
            <td className={styles.short}>{batch.region ?? '—'}</td>
            <td className={styles.short}>{words.state[batch.state]}</td>
            <td className="tabular">{batch.applicants}</td>
            <td className="tabular">{batch.dates.reportUntil}</td>
            <td className="tabular">{batch.dates.payUntil}</td>
            <td className="tabular">{batch.dates.changeUntil}</td>
            <td className="tabular">{batch.pendingChanges}</td>
            <td>
              <Button
                kind="quiet"
                onClick={() => open(batch.id)}
                aria-label={`${words.batches.open} ${batch.institution}`}
              >
                {words.batches.open}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
