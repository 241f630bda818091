import { rawPaths, TusMetadataSchema } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { IncomingSegments } from '../disk/segment-files.ts';
import type { CandidateCaller, PhoneCaller } from '../services/callers.ts';
import { type Evidence, SEGMENT_LIMIT } from '../services/evidence.ts';
import { recorderOf } from './access-guard.ts';
import type { UploadKind, UploadMetadata } from './resumable-upload.ts';

const parseMetadata = (metadata: UploadMetadata) => {
  const parsed = TusMetadataSchema.safeParse(metadata);
  if (!parsed.success) throw new Fault('bad_request', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
};

/** Upload of recordings. The token decides the attempt and the camera. */
export function evidenceUpload(
  evidence: Evidence,
  { incoming, sealing }: IncomingSegments,
): UploadKind<CandidateCaller | PhoneCaller> {
  return {
    path: rawPaths.evidence,
    incoming,
    sealing,
    maxBytes: SEGMENT_LIMIT,
    callerOf: recorderOf,
    admit: (caller, metadata) => evidence.admit(caller, parseMetadata(metadata)),
    goOn(caller, { attemptId, camera }) {
      const own = caller.kind === 'phone' ? 'rear' : 'front';
      if (attemptId !== caller.attemptId || camera !== own) throw new Fault('not_allowed');
    },
    take: (attemptId, metadata, uploadPath) => evidence.take(attemptId, parseMetadata(metadata), uploadPath),
  };
}
