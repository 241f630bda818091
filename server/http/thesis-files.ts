import { rawPaths } from '../../shared/contract/http.ts';
import type { MarkingAssignments } from '../services/marking-assignments.ts';
import type { Theses } from '../services/theses.ts';
import { staffOf } from './access-guard.ts';
import type { App } from './app.ts';

const MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The files themselves, for organisers and markers. The name given with them tells no candidate: marking is blind. */
export function registerThesisFiles(app: App, theses: Theses, assignments: MarkingAssignments): void {
  app.get(`${rawPaths.thesisContent}:submissionId`, async (request, reply) => {
    const { submissionId } = request.params as { submissionId: string };
    await assignments.requireOpen(staffOf(request), submissionId);
    const { id, format, bytes, stream } = await theses.open(submissionId);
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
