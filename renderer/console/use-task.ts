import { useState } from 'react';
import { Fault } from '../../shared/support/fault.ts';

/** Something under way that may fail: one at a time, its failure kept until the next. */
export interface Task {
  busy: boolean;
  failure: unknown;
  run(work: () => Promise<void>): Promise<void>;
}

export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  return {
    busy,
    failure,
    async run(work) {
      if (busy) return;
      setBusy(true);
      setFailure(null);
      try {
        await work();
      } catch (cause) {
        if (!(cause instanceof Fault)) console.error('the work failed', cause);
        setFailure(cause);
      } finally {
        setBusy(false);
      }
    },
  };
}
