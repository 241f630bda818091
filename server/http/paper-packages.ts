import { rawPaths } from '../../shared/contract/http.ts';
import type { Papers } from '../services/papers.ts';
import { candidateOf } from './access-guard.ts';
import type { App } from './app.ts';

/** Sealed papers, fetched while candidates wait. Nobody can read one before its key is released. */
export function registerPaperPackages(app: App, papers: Papers): void {
  app.get(`${rawPaths.paperPackage}:sessionId`, async (request, reply) => {
    const { attemptId } = candidateOf(request);
    const packed = await papers.packed(attemptId, (request.params as { sessionId: string }).sessionId);
    return reply
      .headers({ 'content-type': 'application/octet-stream', 'cache-control': 'no-store' })
      .send(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength));
  });
}
