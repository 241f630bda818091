import { useCallback, useEffect, useState } from 'react';
import type { BatchView } from '../../../../shared/contract/roster.ts';
import type { Examination } from '../../../../shared/contract/views.ts';
import { useDesk } from '../../desk.ts';

/** One batch with the examinations it applies for, kept up to date by whoever changes it. */
export interface BatchDesk {
  batch: BatchView;
  examinations: readonly Examination[];
  /** Reads the batch again. */
  reload(): Promise<void>;
  show(batch: BatchView): void;
}

export function useBatch(batchId: string): { desk: BatchDesk | null; failure: unknown } {
  const { connection } = useDesk();
  const [batch, show] = useState<BatchView | null>(null);
  const [examinations, setExaminations] = useState<readonly Examination[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const reload = useCallback(async () => show(await connection.http('batch', {}, { batchId })), [connection, batchId]);
  useEffect(() => {
    reload().catch(setFailure);
    connection.http('examinations', {}).then((reply) => setExaminations(reply.examinations), setFailure);
  }, [connection, reload]);
  return { desk: batch && examinations && { batch, examinations, reload, show }, failure };
}
