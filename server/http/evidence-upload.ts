import { rawPaths, TusMetadataSchema } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Callers, CandidateCaller, PhoneCaller } from '../services/callers.ts';
import { type Evidence, SEGMENT_LIMIT } from '../services/evidence.ts';
import { bearer } from './bearer.ts';
import type { UploadKind, UploadMetadata } from './resumable-upload.ts';

const parseMetadata = (metadata: UploadMetadata) => {
  const parsed = TusMetadataSchema.safeParse(metadata);
  if (!parsed.success) throw new Fault('bad_request', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
};

/** Upload of recordings. The token decides the attempt and the camera. */
export function evidenceUpload(
  callers: Callers,
  evidence: Evidence,
  incoming: string,
): UploadKind<CandidateCaller | PhoneCaller> {
  return {
    path: rawPaths.evidence,
    incoming,
    maxBytes: SEGMENT_LIMIT,
    callerOf: (request) => callers.requireRecorder(bearer(request)),
    admit: (caller, metadata) => evidence.admit(caller, parseMetadata(metadata)),
    goOn(caller, { attemptId, camera }) {
      const own = caller.kind === 'phone' ? 'rear' : 'front';
      if (attemptId !== caller.attemptId || camera !== own) throw new Fault('not_allowed');
    },
    take: (attemptId, metadata, uploadPath) => evidence.take(attemptId, parseMetadata(metadata), uploadPath),
  };
}
