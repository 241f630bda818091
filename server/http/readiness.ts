import { rawPaths } from '../../shared/contract/http.ts';
import type { SharedMemory } from '../services/ports.ts';
import type { Storage } from '../sql/storage.ts';
import type { App } from './app.ts';

/**
 * Whether requests may be sent here now. A disk that is short is no reason to send them elsewhere: recordings wait, and answers
 * must not (NET-1).
 */
export function registerReadiness(app: App, store: Storage, memory: SharedMemory): void {
  app.get(rawPaths.ready, async () => {
    await Promise.all([store.ask(), memory.get('ready')]);
    return { ok: true };
  });
}
