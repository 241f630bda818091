import { type RouteReply, rawPaths } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { CameraLedgers } from '../services/camera-ledgers.ts';
import type { App } from './app.ts';

interface Parts {
  ledgers: CameraLedgers;
}

const COLUMNS = 'attempt,camera,from,until,seconds,state,cause,chain_intact,chain_head';

/** A cause is whatever a device said: quoted, and never the beginning of a formula where a table program reads it. */
const quoted = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

function asCsv({ attemptId, cameras }: RouteReply<'cameraLedger'>): string {
  const rows = cameras.flatMap(({ camera, spans, chain }) =>
    spans.map(({ from, seconds, state, cause }) => {
      const [start, end] = [from, from + seconds * 1_000].map((at) => new Date(at).toISOString());
      return [attemptId, camera, start, end, seconds, state, quoted(cause ?? ''), chain.intact, chain.head].join(',');
    }),
  );
  return `${[COLUMNS, ...rows].join('\r\n')}\r\n`;
}

/** The ledger of an attempt's cameras as a file (CAM-1). */
export function registerCameraLedger(app: App, { ledgers }: Parts): void {
  app.get(`${rawPaths.cameraLedger}:attemptId`, async (request, reply) => {
    const { attemptId } = request.params as { attemptId: string };
    const { format } = request.query as { format?: string };
    if (format !== 'csv' && format !== 'json') throw new Fault('bad_request', { field: 'format' });
    const ledger = await ledgers.read(attemptId);
    const body =
      format === 'csv'
        ? asCsv(ledger)
        : `${JSON.stringify({ ...ledger, links: await ledgers.links(attemptId) }, null, 2)}\n`;
    return reply
      .headers({
        'content-type': `${format === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
        'content-disposition': `attachment; filename="camera-ledger.${format}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(body);
  });
}
