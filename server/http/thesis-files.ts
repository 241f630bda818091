import { rawPaths } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Callers } from '../services/callers.ts';
import type { Theses } from '../services/theses.ts';
import type { App } from './app.ts';
import { bearer } from './bearer.ts';

const MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The files themselves, for organisers and markers. The name given with them tells no candidate: marking is blind. */
export function registerThesisFiles(app: App, callers: Callers, theses: Theses): void {
  app.get(`${rawPaths.thesisContent}:submissionId`, async (request, reply) => {
    const { role } = await callers.require('staff', bearer(request));
    if (role !== 'organiser' && role !== 'marker') throw new Fault('not_allowed');
    const { id, format, bytes, stream } = await theses.open((request.params as { submissionId: string }).submissionId);
    return reply
      .headers({
        'content-type': MIMES[format],
        'content-length': bytes,
        'content-disposition': `attachment; filename="thesis-${id}.${format}"`,
        'content-security-policy': 'sandbox',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(stream);
  });
}
