import type { EvidenceStatus, ShellBridge } from '../../../shared/contract/shell.ts';
import { createObservable, type Observable } from '../observable.ts';

/** How much of the recording still lies on this computer only; null until the shell has said. */
export function watchEvidence(shell: ShellBridge): Observable<EvidenceStatus | null> & { refresh(): Promise<void> } {
  const status = createObservable<EvidenceStatus | null>(null);
  shell.on('evidenceStatus', status.set);
  return {
    get state() {
      return status.state;
    },
    subscribe: status.subscribe,
    refresh: async () => status.set(await shell.evidenceStatus()),
  };
}
